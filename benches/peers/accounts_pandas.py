"""The ranking of benches/accounts.rs in pandas: prints how many are ranked and the first hundred names."""

import resource
import sys

import pandas as pd

rows = pd.read_csv(sys.argv[1], dtype={"company": str}, keep_default_na=False, na_values=[""])
points = pd.DataFrame(
    {
        "employees": ((rows["employees"] - 20) / 180 * 100).clip(0, 100),
        "sector": rows["sector"].map({"logistics": 100.0, "retail": 60.0}),
        "growing": rows["growing"].map({"yes": 100.0, "no": 0.0}),
    }
)
weights = pd.Series({"employees": 3.0, "sector": 5.0, "growing": 2.0})
known = points.notna().mul(weights).sum(axis=1)
rows["fit"] = points.mul(weights).sum(axis=1) / known
ranked = rows[rows["country"].isin(["DE", "AT"]) & (known >= 6.0 - 1e-9)].copy()
ranked["space"] = (ranked["potential"] - ranked["revenue"]).clip(lower=0)
order = ranked["space"].rank(method="average") - 0.5
ranked["score"] = 0.7 * ranked["fit"] + 0.3 * 100 * order / ranked["space"].count()
ranked["score"] = ranked["score"].fillna(ranked["fit"]).round(9)
ranked["fit"] = ranked["fit"].round(9)
ranked = ranked.sort_values(["score", "fit", "space", "company"], ascending=[False, False, False, True])
a = (ranked["fit"] >= 70).cumsum().le(100) & (ranked["fit"] >= 70)
ranked["class"] = a.map({True: "A", False: ""}).where(a, (ranked["fit"] >= 50).map({True: "B", False: "C"}))
print(len(ranked), "|".join(ranked["company"].head(100)))
print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, file=sys.stderr)
