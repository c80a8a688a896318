//! Tells Cargo what the compiler cannot see: the words of the locale files are read by a macro.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/locales");
    // Embedded folders: a new file in them changes the binary.
    println!("cargo::rerun-if-changed=questionnaires");
    println!("cargo::rerun-if-changed=report-templates");
}
