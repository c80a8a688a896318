//! On a shared screen no file is named and no unranked list is shown: either may be another client's. And the real
//! program with a real list: read beside the conversation, recorded, handed over without formulas.

use crate::accounts_desk::{LIST, ListDesk, TO_RANKING, assert_shows, assessment, play_on};
use crate::pty::{QUIT, Terminal};

fn on(keys: &str, shared: bool) -> String {
    let files: [(&str, &[u8]); 2] = [("list.csv", LIST.as_bytes()), ("zq-other-client.csv", b"a;b\nzqcell;1\n")];
    play_on(ListDesk::with(&files), assessment(), keys, (100, 30), shared).screen
}

#[test]
fn choosing_a_file_waits_until_nobody_looks_on() {
    assert!(on("a", false).contains("zq-other-client.csv"), "the search proves something");
    assert!(on("a<down><down><enter>", false).contains("zqcell"));
    for keys in ["a", "a<c-p>", "a<down><down><enter><c-p>", "<c-p>a", "a<esc><c-p>a"] {
        let screen = on(keys, !keys.contains("<c-p>"));
        assert!(!screen.contains("zq") && !screen.contains("list.csv"), "{keys}\n{screen}");
    }
    // what was ranked is the client's own and may be shown, but no path to a file, nor how the rank comes about
    let hidden = on(&format!("{TO_RANKING}<c-p>"), false);
    assert!(hidden.contains(" 1  A  Two") && hidden.contains("◐ hidden"), "{hidden}");
    let detail = on(&format!("{TO_RANKING}<enter>"), false);
    assert!(detail.contains("Rank goes by"), "{detail}");
    let detail = on(&format!("{TO_RANKING}<enter><c-p>"), false);
    assert!(detail.contains("Fit: (") && !detail.contains("Rank goes by"), "{detail}");
    let written = on(&format!("{TO_RANKING}<c-p>e"), false);
    assert!(written.contains("Written to acme-accounts.csv"), "{written}");
    assert!(on(&format!("{TO_RANKING}<c-p>o"), false).contains(" 1  A  Two"));
}

#[test]
fn an_owner_alone_ranks_a_list_too() {
    let mut own = assessment();
    own.mode = gapwise::assessment::Mode::SelfAssessment;
    let desk = ListDesk::with(&[("list.csv", LIST.as_bytes())]);
    assert_shows(&play_on(desk, own, TO_RANKING, (80, 24), false), &[" 1  A  Two"]);
}

#[test]
fn the_real_program_reads_records_and_hands_over() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("assessments");
    std::fs::create_dir_all(&folder).unwrap();
    let head =
        "format = 1\nquestionnaires = [\"accounts@1.0.0\"]\ndate = 2026-11-22\nclient.name = \"Acme\"\n[answers]\n";
    let answers = "ic_criteria.value = [{ name = \"Size\", csv_column = \"Staff\", kind = \"number\", worst = 20, best = 200 }]\n";
    std::fs::write(folder.join("acme.toml"), format!("{head}{answers}")).unwrap();
    std::fs::write(folder.join("list.csv"), LIST.replace("Two", "=2+5")).unwrap();
    let mut terminal = Terminal::start(home.path(), &["interview", "acme", "--at", "ic_csv"], (80, 24));
    terminal.wait_for("May I load your list");
    terminal.keys("a");
    terminal.wait_for("list.csv");
    terminal.keys("lis\t\r");
    terminal.wait_for("Every column has its place");
    terminal.keys("\r");
    terminal.wait_for("8 on the list");
    terminal.keys("\r");
    terminal.wait_for("Fit: (");
    terminal.keys("\r");
    terminal.wait_for("look into it");
    terminal.keys("e");
    terminal.wait_for("Written to");
    terminal.keys("e");
    terminal.wait_for("-2.csv");
    terminal.keys(QUIT);
    assert_eq!(terminal.end(), 0);
    let saved = std::fs::read_to_string(folder.join("acme.toml")).unwrap();
    assert!(saved.contains("[accounts.ranked]") && saved.contains("value = \"list.csv\""), "{saved}");
    let handed: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().contains("acme-accounts-"))
        .collect();
    assert_eq!(handed.len(), 2);
    let text = std::fs::read_to_string(&handed[0]).unwrap();
    assert!(text.contains(",'=2+5,100,"), "{text}");
    assert_eq!(text.lines().count(), 9);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&handed[0]).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
