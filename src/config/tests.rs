use super::*;

fn read(text: &str) -> (Config, Vec<String>) {
    let (config, problems) = Config::read(Source::new("/home/ann/config.toml", text));
    (config, problems.iter().map(ToString::to_string).collect())
}

#[test]
fn without_a_file_everything_has_its_default() {
    let folder = tempfile::tempdir().unwrap();
    let (config, problems) = Config::load(&Places::under(folder.path()));
    assert!(problems.is_empty());
    assert_eq!(config.screen, Screen { theme: ThemeName::Auto, mouse: true });
    assert!(config.keys.chosen.is_empty() && config.source.is_none());
}

#[test]
fn what_is_given_is_taken() {
    let (config, problems) = read(
        "[screen]\ntheme = \"contrast\"\nmouse = false\n\n[keys]\nundo = [\"z\", \"ctrl-y\"]\nnote = \"m\"\n\n\
         [brand]\nfirm = \"Hollis\"\nlogo = \"logo.svg\"\n\n[report]\nbrowser = \"/usr/bin/chromium\"\n",
    );
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(config.screen, Screen { theme: ThemeName::Contrast, mouse: false });
    let keys: Vec<_> = config.keys.chosen.iter().map(|one| (one.action.value.as_str(), one.keys.len())).collect();
    assert_eq!(keys, [("undo", 2), ("note", 1)]);
    assert_eq!(config.brand.logo.unwrap().value, Path::new("/home/ann/logo.svg"));
    assert_eq!(config.report.browser.unwrap().value, Path::new("/usr/bin/chromium"));
}

#[test]
fn each_mistake_is_named_with_its_place_and_costs_one_value() {
    let text = "[screen]\ntheme = \"drak\"\nmouse = 1\nmuose = true\n[brnad]\n[brand]\nfirm = \" \"\nperson = \"Ann\"\n\
                [keys]\nundo = [\"z\", 3]\n[zebra]\nx = 1\n";
    let (config, problems) = read(text);
    assert_eq!(
        problems,
        [
            "/home/ann/config.toml:2:9: 'theme' cannot be 'drak'. Did you mean 'dark'?",
            "/home/ann/config.toml:3:9: 'mouse' is a number. Write true or false",
            "/home/ann/config.toml:4:1: [screen] has no setting 'muose'. Did you mean 'mouse'?",
            "/home/ann/config.toml:5:2: there is no section 'brnad'. Did you mean [brand]?",
            "/home/ann/config.toml:7:8: 'firm' is empty. Write a text, or leave the line out",
            "/home/ann/config.toml:10:14: 'undo' is a number. Write a list of texts in quotes",
            "/home/ann/config.toml:11:2: there is no section 'zebra'. The sections are [screen], [keys], [brand], [report], [private]",
        ]
    );
    assert_eq!(config.screen, Screen::default());
    assert_eq!(config.brand.person.unwrap().value, "Ann");
}

#[test]
fn broken_toml_costs_its_line_only() {
    let (config, problems) = read("[screen]\ntheme = \nmouse = false\n");
    assert_eq!(problems.len(), 1);
    assert!(problems[0].contains("config.toml:2:"), "{}", problems[0]);
    assert!(!config.screen.mouse);
    for text in ["screen = 3", "\u{1b}[2J", "[[screen]]", "[keys]\n\"\" = []", "keys.a.b = 1"] {
        assert!(!read(text).1.is_empty() || text.starts_with("[keys]"), "{text}");
    }
}
