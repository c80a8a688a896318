use super::page::Page;
use super::walk::{Source, Walk};
use super::{TemplateProblem, context_page};
use crate::report::templates::Templates;

fn problems(files: &[(&str, &str)]) -> Vec<TemplateProblem> {
    let templates = Templates::load(None, "en").unwrap();
    let page = Page::read(context_page(), templates.words.table());
    let mut sources = templates.sources();
    sources.extend(files.iter().map(|(name, text)| Source { name, text, is_own: true }));
    Walk::new(&page, sources).problems()
}

#[test]
fn the_built_in_templates_use_no_name_that_is_not_on_the_page() {
    let templates = Templates::load(None, "en").unwrap();
    let page = Page::read(context_page(), templates.words.table());
    let own = templates.sources().into_iter().map(|source| Source { is_own: true, ..source }).collect();
    let wrong: Vec<_> = Walk::new(&page, own).problems();
    assert_eq!(wrong, Vec::new());
}

#[test]
fn names_that_are_there_are_left_alone() {
    for text in [
        "{{ client }} {{ summary.headline | upper }} {{ w.areas.label }} {{ brand.firm }}",
        "{% for gap in summary.gaps %}{{ loop.index }} {{ gap.area }}{% else %}{{ title }}{% endfor %}",
        "{% for chart in areas %}{% for row in chart.rows | reverse %}{{ row.bar.value }}{% endfor %}{% endfor %}",
        "{% if internal and not internal.impact %}{{ internal.sheet.notes[0].text }}{% endif %}",
        "{% set gap = summary.gaps[0] %}{{ gap.statement }}",
        "{{ [one.area for one in summary.gaps] | join(sep=\", \") }}",
        "{% if ours is defined %}{{ range(end=3) }}{% endif %}",
        "{% raw %}{{ nothing }}{% endraw %}{# {{ nothing }} #}",
        "{% component Mine(one, two) %}{{ one.x }} {{ two }}{% endcomponent Mine %}{{ <Mine one={summary} two={1} /> }}",
        "{{ \"{{ nothing }}\" }} {{ options.cards[loop.index0].letter if options else 'none' }}",
    ] {
        assert_eq!(problems(&[("board.md", text)]), Vec::new(), "{text}");
    }
}

#[test]
fn a_name_that_is_not_there_is_told_with_its_place_and_the_nearest() {
    for (text, at, message, near) in [
        ("{{ cliant }}", 3, "there is no name 'cliant' here", "'client'"),
        ("x {{ summary.scor }}", 13, "'summary' has no name 'scor'", "'score'"),
        ("{% if false %}{{ summary.gap }}{% endif %}", 25, "'summary' has no name 'gap'", "'gaps'"),
        ("{% for g in summary.gaps %}{{ g.aria }}{% endfor %}", 32, "'g' has no name 'aria'", "'area'"),
        ("{% for g in summary.gaps %}{% endfor %}{{ g }}", 42, "there is no name 'g' here", ""),
        ("{{ summary.gaps.area }}", 16, "'summary.gaps' is a list", ""),
        ("{{ client.name }}", 10, "'client' holds a text and has no name 'name' in it", ""),
        ("{{ summary.gaps[0].aria }}", 19, "'summary.gaps[ ]' has no name 'aria'", "'area'"),
        ("{{ w.areas.lable }}", 11, "'w.areas' has no name 'lable'", "'label'"),
        ("{% set s = summary %}{{ s.headlin }}", 26, "'s' has no name 'headlin'", "'headline'"),
        ("{{ <Bar bar={summary.bars} bands={[]} spoken={title} height={3} /> }}", 21, "no name 'bars'", "'bar'"),
        ("{% if cliant == 3 %}{% endif %}", 6, "there is no name 'cliant' here", "'client'"),
        ("{{ title | default(value=titel) }}", 25, "there is no name 'titel' here", "'title'"),
    ] {
        let found = problems(&[("board.md", text)]);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!((found[0].at, found[0].is_warning), (at, false), "{text}: {found:?}");
        assert!(found[0].message.contains(message) && found[0].remedy.contains(near), "{text}: {found:?}");
    }
}

#[test]
fn a_part_is_read_where_it_is_included_and_told_when_it_never_is() {
    let part = ("parts/mine.md", "{{ gap.aria }}");
    let root = ("board.md", "{% for gap in summary.gaps %}{% include \"parts/mine.md\" %}{% endfor %}");
    let found = problems(&[part, root]);
    assert_eq!(found.len(), 1);
    assert!(found[0].file == "parts/mine.md" && found[0].message == "'gap' has no name 'aria'", "{found:?}");

    let found = problems(&[("parts/sumary.md", "x")]);
    assert!(found.len() == 1 && found[0].is_warning && found[0].remedy.contains("'parts/summary.md'"), "{found:?}");
}

#[test]
fn what_is_no_template_is_left_to_others() {
    for text in
        ["{% if %}", "{{", "{% for x in %}", "{{ a[ }}", "{{ \"", "{{ é.ü }", "{% include \"board.md\" %}", "{{ ]]] }}"]
    {
        let _ = problems(&[("board.md", text)]);
    }
}
