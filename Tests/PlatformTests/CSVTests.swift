import Platform
import Testing

@Suite struct CSVTests {
  @Test(arguments: [
    (["a", "b c", ""], "a,b c,"), (["a,b"], "\"a,b\""), (["قال \"نعم\""], "\"قال \"\"نعم\"\"\""),
    (["a\r\nb"], "\"a\r\nb\""), (["a\nb", "c"], "\"a\nb\",c"),
    // A combining mark makes one character of itself and the quotation mark before it.
    (["\"\u{64E}"], "\"\"\"\u{64E}\""),
  ])
  func `fields are quoted where they have to be`(_ fields: [String], _ row: String) {
    #expect(Array(CSV.row(fields).unicodeScalars) == Array(row.unicodeScalars))
  }
}
