import Platform
import Testing

@Suite struct CSVTests {
  @Test(arguments: [
    (["a", "b c", ""], "a,b c,"), (["a,b"], "\"a,b\""), (["قال \"نعم\""], "\"قال \"\"نعم\"\"\""),
    (["a\r\nb"], "\"a\nb\""), (["a\nb", "c"], "\"a\nb\",c"),
    // A combining mark makes one character of itself and the quotation mark before it.
    (["\"\u{64E}"], "\"\"\"\u{64E}\""),
  ])
  func `fields are quoted where they have to be`(_ fields: [String], _ row: String) {
    #expect(Array(CSV.row(fields).unicodeScalars) == Array(row.unicodeScalars))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\ta", "'\ta"),
    ("＝1", "'＝1"), ("\u{1}=HYPERLINK(1)", "'=HYPERLINK(1)"), ("\r=1", "'=1"), ("\n=1", "\"'\n=1\""),
    ("=\u{64E}1", "'=\u{64E}1"), ("a=1", "a=1"), (" =1", "' =1"), ("7", "7"),
    ("\u{A0}＋1", "'\u{A0}＋1"), ("\u{64E}-1", "'\u{64E}-1"), ("\u{200B}@x", "'\u{200B}@x"),
    ("\u{200F}\u{61C}=1", "'\u{200F}\u{61C}=1"), ("\u{FEFF}=1", "'\u{FEFF}=1"),
    ("\u{AD}\u{FE0F}＝1", "'\u{AD}\u{FE0F}＝1"), ("﹦1", "'﹦1"), ("\u{3000}﹫x", "'\u{3000}﹫x"),
    (" a=1", " a=1"), ("\u{200F}نص = 1", "\u{200F}نص = 1"), ("  ", "  "),
  ])
  func `what a spreadsheet would take for a formula is text`(_ field: String, _ row: String) {
    #expect(Array(CSV.row([field]).unicodeScalars) == Array(row.unicodeScalars))
  }

  @Test func `controls are left out unless the row is raw`() {
    #expect(CSV.row(["a\u{1B}[6n\u{9B}b\u{202E}"]) == "a[6nb")
    #expect(CSV.row(["a\u{1B}b", "\r=1"], isRaw: true) == "a\u{1B}b,\"'\r=1\"")
  }
}
