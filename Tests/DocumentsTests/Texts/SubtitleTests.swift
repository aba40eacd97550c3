import ArabicText
import Documents
import TestSupport
import Testing

/// Of subtitles what is said is read, without when.
@Suite struct SubtitleTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    "\u{FEFF}1\r\n00:00:08,770 --> 00:00:10,750\r\n<i>أنت</i>\r\nهناك\r\n\r\n2\r\n00:00:15,200 --> 00:00:17,840\r\n{\\an8}12 رجلا\r\n",
    "WEBVTT\n\nSTYLE\n::cue { color: red }\n\nNOTE كلام للمترجم\n\n1\n00:08.770 --> 00:10.750 align:start\n<v هند>أنت\nهناك\n\n00:15.200 --> 00:17.840\n12 رجلا\n",
  ])
  func `a line for each time, without numbers, remarks and styles`(subtitles: String) throws {
    let document = try folder.load(subtitles.utf8, "film")
    #expect(document.lines == ["أنت هناك", "12 رجلا"])
    #expect(document.structure?.format == "subtitles")
  }

  @Test func `a numbered text with an arrow in it is a text`() throws {
    #expect(try folder.load("1\nمن --> إلى\n".utf8, "a.txt").structure == nil)
  }
}
