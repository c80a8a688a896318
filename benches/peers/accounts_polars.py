"""The ranking of benches/accounts.rs in polars: prints how many are ranked and the first hundred names."""

import resource
import sys

import polars as pl

points = {
    "employees": ((pl.col("employees") - 20) / 180 * 100).clip(0, 100),
    "sector": pl.col("sector").replace_strict({"logistics": 100.0, "retail": 60.0}, default=None),
    "growing": pl.col("growing").replace_strict({"yes": 100.0, "no": 0.0}, default=None),
}
weights = {"employees": 3.0, "sector": 5.0, "growing": 2.0}
known = sum(points[name].is_not_null() * weight for name, weight in weights.items())
total = sum(points[name].fill_null(0.0) * weight for name, weight in weights.items())
space = (pl.col("potential") - pl.col("revenue")).clip(lower_bound=0)
percentile = 100 * (pl.col("space").rank("average") - 0.5) / pl.col("space").count()
ranked = (
    pl.scan_csv(sys.argv[1], schema_overrides={"employees": pl.Float64, "revenue": pl.Float64, "potential": pl.Float64})
    .with_columns(known=known, fit=total / known, space=space)
    .filter(pl.col("country").is_in(["DE", "AT"]) & (pl.col("known") >= 6.0 - 1e-9))
    .with_columns(score=pl.coalesce(0.7 * pl.col("fit") + 0.3 * percentile, pl.col("fit")).round(9), fit=pl.col("fit").round(9))
    .sort(["score", "fit", "space", "company"], descending=[True, True, True, False])
    .with_columns(well=pl.col("fit") >= 70)
    .with_columns(
        pl.when(pl.col("well") & (pl.col("well").cum_sum() <= 100))
        .then(pl.lit("A"))
        .when(pl.col("fit") >= 50)
        .then(pl.lit("B"))
        .otherwise(pl.lit("C"))
        .alias("class")
    )
    .collect()
)
print(len(ranked), "|".join(ranked["company"].head(100)))
print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, file=sys.stderr)
