import ArabicAnalysis
import ArabicText
import Testing

/// What a person says is a name, without what is attached before it.
struct BareNameTests {
  private func bare(_ words: String, in text: String) throws -> String {
    let text = DecodedText(text)
    let span = try #require(text.places(ofWords: words).first)
    return BareName(of: span, in: text).name
  }

  @Test(arguments: [
    ("للمصرف الأخضر", "المصرف الأخضر"), ("وللمصرف الأخضر", "المصرف الأخضر"),
    ("للجنة العليا", "اللجنة العليا"), ("للبنان", "لبنان"), ("لبايدن", "بايدن"),
    ("بالمصرف الأخضر", "المصرف الأخضر"), ("وبايدن", "بايدن"),
  ])
  func `it begins behind clitics, with its article`(words: String, name: String) throws {
    #expect(try bare(words, in: "قيل إن \(words) كذا.") == name)
  }

  @Test(arguments: [
    "ليلى الحداد", "لندن", "بغداد", "فيصل منصور", "وائل منصور", "كريم", "المصرف الأخضر", "بوتين",
    "لشنطوخ", "بشنطوخ",
  ])
  func `a name that begins so, and what no list knows, is whole`(words: String) throws {
    #expect(try bare(words, in: "قيل إن \(words) كذا.") == words)
  }

  @Test func `what no list knows is read as the text has it elsewhere`() throws {
    #expect(try bare("لشنطوخ", in: "قيل لشنطوخ إن شنطوخ كذا.") == "شنطوخ")
  }

  @Test func `it stands wherever it has other clitics`() {
    let text = DecodedText("للمصرف الأخضر والمصرف الأخضر، المصرف الأخضر ومصرف الأخضر.")
    let found = text.places(ofName: "المصرف الأخضر").map { text.string(in: $0) }
    #expect(found == ["لمصرف الأخضر", "المصرف الأخضر", "المصرف الأخضر"])
  }
}
