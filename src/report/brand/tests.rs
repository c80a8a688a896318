//! Logos that are ones and that are none; what a brand changes.

use super::*;

const GOOD: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><rect width=\"4\" height=\"4\" fill=\"url(#a)\"/></svg>";

fn checked(wishes: &BrandWishes) -> (Brand, Vec<String>) {
    let (brand, warnings) = Brand::of(wishes);
    (brand, warnings.into_iter().map(|one| one.text).collect())
}

fn brand_with(name: &str, bytes: &[u8]) -> (Brand, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder");
    let logo = folder.path().join(name);
    std::fs::write(&logo, bytes).expect("written");
    checked(&BrandWishes { logo: Some(logo), ..BrandWishes::default() })
}

#[test]
fn a_logo_becomes_a_part_of_the_page() {
    let (brand, warnings) = brand_with("logo.svg", GOOD.as_bytes());
    assert_eq!(warnings, Vec::<String>::new());
    assert!(brand.shown().logo.as_deref().is_some_and(|address| address.starts_with("data:image/svg+xml;base64,")));

    let png = resvg::tiny_skia::Pixmap::new(3, 2).and_then(|pixels| pixels.encode_png().ok()).expect("a picture");
    let (brand, warnings) = brand_with("logo.svg", &png);
    assert_eq!(warnings, Vec::<String>::new(), "the content counts, not the name");
    assert!(brand.shown().logo.as_deref().is_some_and(|address| address.starts_with("data:image/png;base64,")));
    assert_eq!(png_size(&png), Some((3, 2)));
}

#[test]
fn what_is_no_logo_is_said_and_left_out() {
    let svg = |inner: &str| {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 4 4\">{inner}</svg>").into_bytes()
    };
    let cases: [(Vec<u8>, &str); 13] = [
        (b"hello".to_vec(), "neither an SVG nor a PNG"),
        (Vec::new(), "neither an SVG nor a PNG"),
        (b"\x89PNG\r\n\x1a\nshort".to_vec(), "is none"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x04\0\0\0\x04\x08\x06\0\0\0".to_vec(), "damaged"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\xff\xff\0\0\0\x04".to_vec(), "points large"),
        (svg("<script>alert(1)</script>"), "<script>"),
        (svg("<rect width='1' height='1' onclick='x()'/>"), "onclick"),
        (svg("<use xlink:href='https://evil.example/a.svg#b'/>"), "outside"),
        (svg("<rect width='1' height='1' style='fill: url(https://evil.example/x)'/>"), "outside"),
        (svg("<style>@import 'x.css';</style>"), "outside"),
        (svg("<foreignObject/>"), "<foreignObject>"),
        (svg("<rect"), "cannot be read"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), "entities"),
    ];
    for (bytes, expected) in cases {
        let shown = String::from_utf8_lossy(&bytes).into_owned();
        let (brand, warnings) = brand_with("logo.svg", &bytes);
        assert!(!brand.has_logo(), "{shown}");
        assert!(warnings.len() == 1 && warnings[0].contains(expected), "{shown}: {warnings:?}");
    }
    let (_, warnings) = brand_with("logo.png", &vec![b'x'; 600 * 1024]);
    assert!(warnings[0].contains("larger than 512 KB"), "{warnings:?}");
    let wishes = BrandWishes { logo: Some("/nowhere/missing.svg".into()), ..BrandWishes::default() };
    let (_, warnings) = checked(&wishes);
    assert!(warnings[0].contains("/nowhere/missing.svg could not be read"), "{warnings:?}");
}

#[test]
fn a_font_of_the_system_is_taken_and_any_other_named() {
    let wish = |font: &str| checked(&BrandWishes { font: font.to_owned(), ..BrandWishes::default() });
    let (brand, warnings) = wish("georgia");
    assert!(brand.css().contains("\"Georgia\"") && warnings.is_empty());
    let (brand, warnings) = wish("Comic\"; } body { display: none } /*");
    assert!(brand.css().is_empty() && warnings[0].contains("come with systems"), "{warnings:?}");
}
