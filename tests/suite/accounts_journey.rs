//! The list of accounts by keys: choosing it, its columns, the ranking, one account with its sums.

use gapwise::accounts::{Words, list};
use gapwise::assessment::Value;

use crate::accounts_desk::{LIST, ListDesk, Played, TO_RANKING, assert_shows, assessment, play_on};
use crate::systems::given;

fn play(keys: &str) -> Played {
    play_on(ListDesk::with(&[("list.csv", LIST.as_bytes())]), assessment(), keys, (80, 24), false)
}

#[test]
fn a_file_is_chosen_from_those_there_are_or_typed_and_completed() {
    assert_shows(&play("a"), &["Which list of accounts?", "list.csv", " B "]);
    for keys in
        ["a<down><enter>", "al<tab><enter>", "alist.csv<enter>", "aLIS<down><enter>", "a<paste:list.csv><enter>"]
    {
        assert_shows(&play(keys), &["Which column is which?", "list.csv · UTF-8, separated by ;"]);
    }
    // one that is not there is said calmly, and another can be chosen at once
    let played = play("anowhere.csv<enter>");
    assert_shows(&played, &["cannot read", "nowhere.csv", "Choose a file that is there"]);
    assert_shows(&play("anowhere.csv<enter><c-u><down><enter>"), &["Which column is which?"]);
}

#[test]
fn columns_are_mapped_by_keys_beside_the_first_rows() {
    let played = play("a<down><enter>");
    // spelt alike but for capitals: found; 'Staff' is not 'employees', and nothing comes near
    assert_shows(
        &played,
        &["Name of the company", "Firma", "– not in this list", "One is not in this list", "100,00 €", "Three"],
    );
    let played = play("a<down><enter>s");
    assert_shows(&played, &["‹ Staff ›", "200 · 200 · 110", "Every column has its place"]);
    for keys in ["a<down><enter><right><right>", "a<down><enter>z<right><right>", "a<down><enter>f<right>"] {
        assert_shows(&play(keys), &["‹ Staff ›"]);
    }
    // not in the list after all
    assert_shows(&play("a<down><enter>s<del>"), &["‹ – not in this list ›"]);
    // nothing but the names: there is nothing to rank by
    let nothing = play("a<down><enter><del><down><del><down><del><enter>");
    assert_shows(&nothing, &["None of the traits has a column yet"]);
    assert!(nothing.desk.saved.is_empty());
}

#[test]
fn the_ranking_is_recorded_with_its_mapping_and_can_be_taken_back() {
    let played = play(TO_RANKING);
    assert_shows(
        &played,
        &["Accounts · 8 on the list", "3 suit well, 2 can be worked", "All 8", "A 2", "B 2", "C 1", "Need data 2"],
    );
    // order and fits as worked out by hand in accounts.rs
    for (name, line) in [("Two", " 1  A  Two"), ("Three", " 2  A  Three"), ("One", " 3  B  One"), ("Six", " 5  C  Six")]
    {
        assert_shows(&played, &[line]);
        assert!(played.screen.contains(name));
    }
    let saved = played.desk.saved.last().unwrap();
    let number = |id: &str| saved.value(id).and_then(Value::as_number);
    assert_eq!(
        ["ic_a_accounts", "ic_space_accounts", "ic_rival_accounts", "ic_needs_data"].map(number),
        [Some(3.0), Some(1.0), Some(1.0), Some(25.0)]
    );
    assert_eq!(saved.value("ic_csv").and_then(Value::as_text), Some("list.csv"));
    assert_eq!(saved.accounts.columns.get("employees").map(String::as_str), Some("Staff"));
    assert_eq!(saved.accounts.columns.get("sector").map(String::as_str), Some("Sector"));
    let ranked = saved.accounts.ranked.as_ref().unwrap();
    assert_eq!((ranked.accounts, ranked.a, ranked.with_room, ranked.of_rivals), (8, 2, Some(1), Some(1)));
    assert_eq!(ranked.first[0].space, Some(300));
    let lacking: Vec<_> = ranked.lacking.iter().map(|one| (one.what.as_str(), one.accounts)).collect();
    assert_eq!(lacking, [("Sector", 2), ("Size", 1), ("country", 1)]);
    // one key takes the ranking back, another the mapping
    let undone = play(&format!("{TO_RANKING}<esc>z"));
    assert_eq!(undone.interview.assessment().value("ic_a_accounts"), None);
    assert_eq!(undone.interview.assessment().accounts.ranked, None);
    assert!(!undone.interview.assessment().accounts.columns.is_empty());
    let all = play(&format!("{TO_RANKING}<esc>zz")).interview.assessment().accounts.clone();
    assert_eq!(all, Default::default());
}

#[test]
fn the_list_is_browsed_by_kind_and_searched() {
    let on = |keys: &str| play(&format!("{TO_RANKING}{keys}"));
    assert_shows(&on(""), &["Two: Talk about what else would help"]);
    assert_shows(&on("j"), &["Three: Say why, and when, to change"]);
    assert_shows(&on("b"), &[" 4  B  Four", "One: Offer a first step"]);
    assert!(!on("b").screen.contains("Three"));
    assert_shows(&on("d"), &["Five: Needs Size and Sector"]);
    assert_shows(&on("dj"), &["six: Needs Sector and country"]);
    assert_shows(&on("m"), &["Seven: Country is not DE or AT"]);
    assert_shows(&on("w"), &[" 1  A  Two"]);
    assert!(!on("w").screen.contains("One"));
    assert_shows(&on("r"), &[" 2  A  Three"]);
    assert_shows(&on("<right><right>"), &[" 3  B  One"]);
    assert_shows(&on("<left>"), &[" 2  A  Three"]);
    assert_shows(&on("b0"), &[" 1  A  Two"]);
    assert_shows(&on("/tHr"), &["Search tHr", " 2  A  Three"]);
    assert!(!on("/tHr").screen.contains("Two"));
    assert_shows(&on("/nobody"), &["No company here is called that."]);
    assert_shows(&on("/thr<enter>j<esc>"), &[" 1  A  Two"]);
    assert_shows(&on("<end>"), &["Seven: Country is not DE or AT"]);
    assert_shows(&on("e"), &["Written to /clients/acme-accounts.csv"]);
    assert_eq!(on("e").desk.handed_over, 1);
}

#[test]
fn an_account_is_shown_with_its_sums() {
    let on = |keys: &str| play(&format!("{TO_RANKING}{keys}"));
    // Three: (110 − 20) ÷ 180 = 50; (50 × 3 + 100 × 5 + 100 × 2) ÷ 10 = 85; white space not known, so the fit is its score
    assert_shows(
        &on("j<enter>"),
        &[
            "Rank 2 · A list · line 4 of the file",
            "Fit: (50.0 × 3 + 100.0 × 5 + 100.0 × 2) ÷ 10 = 85.0",
            "Met: country is AT",
            "White space: not known",
            "Supplied by Globex, a rival",
            "Rank goes by the fit alone",
        ],
    );
    // Two: white space 300 is shared by two of three: (1 + 1) ÷ 3; 0.7 × 100 + 0.3 × 66.7 = 90
    assert_shows(
        &on("<enter>"),
        &[
            "could spend 400, spends 100: 300",
            "0.7 × fit 100.0 + 0.3 × place of its white space among all 66.7",
            "= 90.0",
        ],
    );
    assert_shows(&on("<enter><right><right>"), &["One", "Rank 3 · B list"]);
    assert_shows(&on("d<enter>"), &["Not ranked · line 6", "many", "unknown", "20% of the weight is known"]);
    assert_shows(&on("m<enter>"), &["Not met: country is FR"]);
    assert_shows(&on("dj<enter>"), &["Not known: country"]);
    assert_shows(&on("j<enter><esc>"), &[" 1  A  Two", "Three: Say why"]);
    // what was noticed: the number that is none, and who is there twice
    assert_shows(&on("i"), &["'many' is no number", "line 6", "'Six' is there 2 times (lines 7, 9); all are kept"]);
}

#[test]
fn a_list_that_has_changed_meanwhile_is_not_explained_wrongly() {
    let desk = ListDesk::with(&[("list.csv", LIST.as_bytes())]);
    let path = desk.folder.path().join("list.csv");
    let played = play_on(desk, assessment(), TO_RANKING, (80, 24), false);
    let read = played.interview.read_list().unwrap();
    let words = Words::new("en");
    assert!(read.ranked.detail(&path, 0, &words).is_ok());
    std::fs::write(&path, LIST.replace("\nTwo;", "\nOther;")).unwrap();
    assert!(matches!(read.ranked.detail(&path, 0, &words), Err(list::ListError::Changed { line: 3, .. })));
    std::fs::write(&path, LIST.lines().next().unwrap()).unwrap();
    assert!(matches!(read.ranked.detail(&path, 0, &words), Err(list::ListError::Changed { .. })));
}

#[test]
fn the_conversation_goes_on_while_a_list_is_read() {
    let slow = |keys: &str, left: usize| {
        let desk = ListDesk { slow: Some(left), ..ListDesk::with(&[("list.csv", LIST.as_bytes())]) };
        play_on(desk, assessment(), keys, (80, 24), false)
    };
    assert_shows(&slow(TO_RANKING, 99), &["Reading the list", "25 %"]);
    // back at the question: answered as always, while the foot says how far it is
    let keys = format!("{TO_RANKING}<esc>/ic_staff<enter>");
    let waiting = slow(&format!("{keys}k"), 99);
    assert_shows(&waiting, &["Reading the list of accounts: 25 %"]);
    let answered = slow(&format!("{keys}3<enter>"), 99);
    assert_eq!(answered.interview.assessment().value("ic_staff").and_then(Value::as_number), Some(3.0));
    // it is there in the middle of a text that is being typed, and takes nothing away from it
    let typing = slow(&format!("{TO_RANKING}<esc>/ic_rival_column<enter>i2 and more<enter>"), 30);
    assert!(typing.interview.read_list().is_some());
    assert_eq!(
        typing.interview.assessment().value("ic_rival_column").and_then(Value::as_text),
        Some("supplier2 and more")
    );
    assert_eq!(typing.interview.assessment().value("ic_a_accounts").and_then(Value::as_number), Some(3.0));
    let told = slow(&format!("{TO_RANKING}<esc>jk"), 1);
    assert_shows(&told, &["8 accounts are ranked, 2 on the A list"]);
    // who waits sees the list, and who stops it has nothing recorded
    assert_shows(&slow(&format!("{TO_RANKING}kk"), 1), &["Accounts · 8 on the list"]);
    let stopped = slow(&format!("{TO_RANKING}xkkk"), 1);
    assert!(stopped.interview.read_list().is_none() && stopped.interview.assessment().accounts.ranked.is_none());
    assert_shows(&slow(&format!("{TO_RANKING}x"), 9), &["Which list of accounts?", "Reading was stopped"]);
}

#[test]
fn what_is_missing_or_changed_is_said() {
    // without traits there is nothing to rank by: the question comes up
    let none = given("accounts", "");
    let played = play_on(ListDesk::with(&[]), none, "a", (80, 24), false);
    assert_eq!(played.interview.question().id, "ic_criteria");
    assert_shows(&played, &["First what makes a company ideal"]);
    assert_shows(&play_on(ListDesk::with(&[]), assessment(), "a", (80, 24), false), &["No CSV file is here"]);
    // answers that changed since the ranking: said, and ranked again by one key
    let changed = play(&format!("{TO_RANKING}<esc>/ic_slots<enter>1<enter>a"));
    assert_shows(&changed, &["The answers have changed since: g ranks again", "A 2"]);
    let again = play(&format!("{TO_RANKING}<esc>/ic_slots<enter>1<enter>ag"));
    assert_shows(&again, &["3 suit well, 1 can be worked", "A 1"]);
    // nothing above the conditions
    let list = LIST.replace(";DE;", ";US;").replace(";AT;", ";US;");
    let nothing = play_on(ListDesk::with(&[("list.csv", list.as_bytes())]), assessment(), TO_RANKING, (80, 24), false);
    assert_shows(&nothing, &["A 0", "Below minimum 7"]);
    let keys = format!("{TO_RANKING}a");
    let nothing = play_on(ListDesk::with(&[("list.csv", list.as_bytes())]), assessment(), &keys, (80, 24), false);
    assert_shows(&nothing, &["No company could be ranked"]);
}

#[test]
fn bad_files_are_said_with_their_line_and_nothing_is_lost() {
    let on = |content: &[u8], keys: &str| {
        play_on(ListDesk::with(&[("list.csv", content)]), assessment(), keys, (80, 24), false)
    };
    let windows: Vec<u8> = LIST.replace('€', "").replace("Three", "Dreißig").chars().map(|one| one as u8).collect();
    assert_shows(&on(&windows, "a<down><enter>"), &["windows-1252", "Line 4 is not UTF-8"]);
    // another encoding by a key, and it is remembered
    let other = on(&windows, "a<down><enter><tab><tab><tab><tab>s<enter>");
    assert_eq!(other.interview.assessment().accounts.encoding.as_deref(), Some("macintosh"));
    let (_, headless) = LIST.split_once('\n').unwrap();
    assert_shows(&on(headless.as_bytes(), "a<down><enter>"), &["The first line looks like a company"]);
    assert_shows(&on(b"PK\x03\x04", "a<down><enter>"), &["a spreadsheet's own file", "save it as CSV"]);
    assert_shows(&on(b"Firma;Staff\n", "a<down><enter>"), &["holds no accounts"]);
    assert_shows(&on(b"Firma;Staff\na;\0\n", "a<down><enter>"), &["line 2 holds a zero byte"]);
    let unclosed = format!("{LIST}\"never closed;1\nx;1;2;3\n");
    assert_shows(&on(unclosed.as_bytes(), TO_RANKING), &["begins in line 10", "Which list of accounts?"]);
    // cells that would steer the terminal are shown, not obeyed
    let hostile = LIST.replace("Two", "\u{1b}[2JTwo\u{202e}");
    assert_shows(&on(hostile.as_bytes(), TO_RANKING), &["␛[2JTwo<202E>"]);
}

#[test]
fn every_size_shows_the_list_and_what_comes_next() {
    for size in [(60, 15), (80, 24), (100, 30), (160, 50), (200, 60)] {
        let on =
            |keys: &str| play_on(ListDesk::with(&[("list.csv", LIST.as_bytes())]), assessment(), keys, size, false);
        assert_shows(&on("a"), &["list.csv"]);
        assert_shows(&on("a<down><enter>"), &["– not in this list", "Firma"]);
        assert_shows(&on(TO_RANKING), &[" 1  A  Two", "Talk about what else would help"]);
        assert_shows(&on(&format!("{TO_RANKING}j<enter>")), &["Rank 2 · A list", "Say why"]);
    }
    insta::assert_snapshot!("accounts_choose", play("a").screen);
    insta::assert_snapshot!("accounts_columns", play("a<down><enter>s").screen);
    insta::assert_snapshot!("accounts_list", play(TO_RANKING).screen);
    insta::assert_snapshot!("accounts_detail", play(&format!("{TO_RANKING}<enter>")).screen);
    let large = ListDesk::with(&[("list.csv", LIST.as_bytes())]);
    insta::assert_snapshot!("accounts_list_large", play_on(large, assessment(), TO_RANKING, (160, 50), false).screen);
    let small = ListDesk::with(&[("list.csv", LIST.as_bytes())]);
    insta::assert_snapshot!("accounts_list_small", play_on(small, assessment(), TO_RANKING, (60, 15), false).screen);
}
