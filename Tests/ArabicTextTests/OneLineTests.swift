import ArabicText
import Testing

/// Words of a text as one line, whatever stands between them.
struct OneLineTests {
  @Test(arguments: [
    ("نص واحد", "نص واحد"), ("نص  واحد", "نص واحد"), ("نص \r\n> واحد", "نص > واحد"),
    ("نص\r\nواحد", "نص واحد"), ("نص\n\n واحد", "نص واحد"), ("نص\tواحد", "نص واحد"), ("", ""),
    ("كلمة\u{A0}واحدة", "كلمة\u{A0}واحدة"),
  ])
  func `blanks and line ends in a row are one blank`(string: String, wanted: String) {
    let text = DecodedText(string)
    #expect(text.words(in: text.span) == wanted)
  }
}
