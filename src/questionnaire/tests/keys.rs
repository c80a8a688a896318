//! Keys and values of the file itself.

use super::fixture::{BODY, HEAD, compare, load, told, with};

fn added(addition: &str) -> Vec<String> {
    told(&with(addition), &format!("{HEAD}{BODY}"))
}

#[test]
fn what_is_wrong_with_keys_and_values_is_told_with_its_place() {
    let question = "[[question]]\nid = \"q\"\narea = \"profile\"\nlabel = \"Q\"\ntext.consultant = \"Q?\"\n";
    let cases: &[(&str, &[&str])] = &[
        ("lable = 1\n", &[]),
        ("type = \"txet\"\n", &[]),
        ("type = \"text\"\nchoices = []\nflags = { requird = true }\n", &[]),
        ("type = \"text\"\nhelp = 3\nreport = \"yes\"\n", &[]),
        ("type = \"text\"\ntext.slef = \"x\"\ninternal.prob = \"x\"\n", &[]),
        ("type = \"one\"\nchoices = [{ id = \"a\", label = \"A\", points = 1 }, { id = \"b\", label = \"B\" }]\n", &[]),
        ("type = \"one\"\nchoices = [{ id = \"a\", label = \"A\" }, { id = \"a\", label = \"\" }]\n", &[]),
        ("type = \"one\"\n", &[]),
        (
            "type = \"many\"\nexclusive = \"non\"\nchoices = [{ id = \"a\", label = \"A\" }, { id = \"none\", label = \"B\" }]\n",
            &[],
        ),
        ("type = \"number\"\nbounds = [10, 0]\n", &[]),
        ("type = \"number\"\nbounds = [0, nan]\n", &[]),
        ("type = \"number\"\nbounds = [0, inf]\n", &[]),
        ("type = \"number\"\nbounds = [0]\nper = \"fortnight\"\n", &[]),
        ("type = \"number\"\nat_most = \"q_model\"\n", &[]),
        ("type = \"number\"\nat_most = \"q_contact\"\n", &[]),
        ("type = \"number\"\nat_most = \"tactic_cost\"\n", &[]),
        ("type = \"rating\"\nscale = \"DOK\"\n", &[]),
        ("type = \"rating\"\npoints = [\"a\", \"b\"]\n", &[]),
        ("type = \"rating\"\n", &[]),
        ("type = \"list\"\nbounds = [0.5, 3]\n", &[]),
        ("type = \"table\"\nlayout = \"quadrants\"\ncolumns = [{ id = \"a\", label = \"A\", type = \"text\" }]\n", &[]),
        ("type = \"table\"\nquadrants = \"a\"\ncolumns = [{ id = \"a\", label = \"A\", type = \"text\" }]\n", &[]),
        ("type = \"table\"\ncolumns = [{ id = \"a\", label = \"A\", type = \"list\" }]\n", &[]),
        (
            "type = \"table\"\ncolumns = [{ id = \"a\", label = \"A\", type = \"text\", suggest_from = \"q_tactics.nam\" }]\n",
            &[],
        ),
        ("type = \"rows\"\nrows = [{ id = \"a\", label = \"A\" }]\n", &[]),
        ("type = \"grid\"\nrows = []\ncolumns_from = \"q_model\"\npoints = [\"a\", \"b\"]\n", &[]),
        ("type = \"text\"\nscore = { weight = 1 }\n", &[]),
        ("type = \"text\"\nwhen = 3\n", &[]),
        ("type = \"text\"\nwhen = \"\"\n", &[]),
    ];
    compare(cases, |case| added(&format!("{question}{case}")));
}

#[test]
fn scores_and_curves() {
    let question = "[[question]]\nid = \"q\"\narea = \"audience\"\nlabel = \"Q\"\ntext.consultant = \"Q?\"\n";
    let cases: &[(&str, &[&str])] = &[
        ("type = \"number\"\nscore = { weight = 1, curve = [[0, 0], [10, 50], [10, 100]] }\n", &[]),
        ("type = \"number\"\nscore = { weight = 1, curve = [[0, 0], [10, 150]] }\n", &[]),
        ("type = \"number\"\nscore = { weight = 1, curve = [[0, 0]] }\n", &[]),
        ("type = \"number\"\nscore = { weight = 1, curve = [[0, 0, 1], [1]] }\n", &[]),
        ("type = \"number\"\nscore = { weight = 0 }\n", &[]),
        ("type = \"rating\"\nscale = \"DOC\"\nscore = { weight = 1, curve = [[0, 0], [4, 100]] }\n", &[]),
        (
            "type = \"one\"\nscore = { weight = 1 }\nchoices = [{ id = \"a\", label = \"A\" }, { id = \"b\", label = \"B\" }]\n",
            &[],
        ),
    ];
    compare(cases, |case| added(&format!("{question}{case}")));
}

#[test]
fn other_elements() {
    let cases: &[(&str, &[&str])] = &[
        ("[[question]]\nid = \"q_model\"\n", &[]),
        (
            "[[question]]\nid = \"9 lives\"\narea = \"profil\"\ntype = \"text\"\nlabel = \"L\"\ntext.consultant = \"T\"\n",
            &[],
        ),
        (
            "[[metric]]\nid = \"m\"\nlabel = \"M\"\nunit = \"text\"\nexplain = \"E\"\nformula = \"1 + 1\"\nscore = { area = \"audience\", weight = 1 }\n",
            &[],
        ),
        (
            "[[metric]]\nid = \"m\"\nlabel = \"M\"\nunit = \"number\"\nexplain = \"E\"\nformula = \"q_contacts\"\nneeds = \"q_contacts > 1\"\nscore = { area = \"profile\", weight = 1, covers = \"q_model\" }\n",
            &[],
        ),
        (
            "[[metric]]\nid = \"m\"\nlabel = \"M\"\nunit = \"text\"\nexplain = \"E\"\nformula = \"q_contacts > 1 ? 'a' : 'b'\"\ntexts = { a = \"A\", c = \"C\" }\n",
            &[],
        ),
        ("[[finding]]\nid = \"F\"\nwhen = \"q_icp <= 1\"\n", &[]),
        (
            "[[finding]]\nid = \"F\"\nwhen = \"q_icp <= 1\"\nseverity = 5\nstatement = \"S\"\naction = \"A\"\nowner = \"MTK\"\nhours = [8, 4]\ndays = -1\np = \"pries\"\ncontext = [\"B99\", \"B2\"]\n",
            &[],
        ),
        (
            "[[route]]\nid = \"r\"\ntitle = \"R\"\nminutes = 5\nmode = \"alone\"\n[[route.part]]\ntitle = \"P\"\nfrom = 5\nto = 5\nask = [\"q_modle\", { id = \"q_tactics\", columns = [\"name\", \"cost\"] }, { id = \"q_model\", rows = \"first\", need = \"may\" }, 3]\n",
            &[],
        ),
        ("[uses]\nwanted = \"q_mix\"\npain = \"nothing\"\naudiences = \"q_model\"\ngoals = \"x\"\n", &[]),
        (
            "[[worth]]\nid = \"w\"\nlabel = \"W\"\nformula = \"q_contacts\"\nshares = \"worth.repat\"\ntext = \"T\"\n",
            &[],
        ),
        (
            "[[worth]]\nid = \"w\"\nlabel = \"W\"\nformula = \"q_model\"\nshares = \"evidence.stated\"\ntext = \"T\"\n",
            &[],
        ),
        ("[[next]]\nwhen = \"q_icp > 1\"\nquestionnaire = \"other\"\nreason = \"R\"\n", &[]),
        ("[[findings]]\nid = \"x\"\n", &[]),
        ("[question]\nid = \"x\"\n", &[]),
    ];
    compare(cases, added);
}

#[test]
fn heads_bands_areas_and_languages() {
    let cases: &[(&str, &[&str])] = &[
        ("format = 2\n", &[]),
        ("", &[]),
        (
            "format = 1\nid = \"a b\"\nversion = \"one\"\nlocales = [\"en\", \"en\", \"\"]\ntitle = \"T\"\nsummary = \"\"\n",
            &[],
        ),
        (
            "format = 1\nid = \"a\"\nversion = \"1\"\nlocales = [\"en\", \"de\"]\ntitle = { en = \"T\", fr = \"T\" }\nsummary = { en = \"T\", de = \"T\" }\nnote = \"N\"\n",
            &[],
        ),
        (
            "format = 1\nid = \"a\"\nversion = \"1\"\nlocales = [\"en\"]\ntitle = \"T\"\nsummary = \"S\"\n[[band]]\nid = \"a\"\nfrom = 10\ntitle = \"T\"\ncaption = \"C\"\n[[band]]\nid = \"b\"\nfrom = 10\ntitle = \"T\"\ncaption = \"C\"\n",
            &[],
        ),
        (
            "format = 1\nid = \"a\"\nversion = \"1\"\nlocales = [\"en\"]\ntitle = \"T\"\nsummary = \"S\"\n[[area]]\nid = \"a\"\ntitle = \"A\"\nweight = 50\ncaption = \"C\"\n[[area]]\nid = \"b\"\ntitle = \"A\"\nweight = 49\n",
            &[],
        ),
        (
            "format = 1\nid = \"a\nversion = \"1\"\nlocales = [\"en\"]\ntitle = \"T\"\nsummary = \"S\"\nminuts = 4\n",
            &[],
        ),
        ("\u{0}", &[]),
    ];

    compare(cases, |case| told(&load(case), ""));
}
