import ArabicAnalysis
import ArabicText
import Testing

/// Signs that part no words: those of a tag, #سامح_شكري, the stroke behind a title, brackets and dashes around a name.
@Suite struct SignTests {
  @Test(arguments: [
    ("وقال وزير الخارجية المصري #سامح_شكري إن الأمر حسم.", "سامح شكري"),
    ("وأوضح الفنان المصري #سامح _شكري أن الأمر حسم.", "سامح شكري"),
    ("وقال رئيس #حزب_النهضة سامح شكري إن الأمر حسم.", "سامح شكري"),
    ("وقال المتحدث باسم #الجيش_اللبناني إن الأمر حسم.", "الجيش اللبناني"),
    ("وذكرت وكالة #رويترز أن الأمر حسم.", "رويترز"),
    ("وقال وزير الخارجية المصري @سامح_شكري إن الأمر حسم.", "سامح شكري"),
    ("وقال وزير الخارجية السيد/ سامح شكري إن الأمر حسم.", "سامح شكري"),
    ("وقال السيد / سامح شكري إن الأمر حسم.", "سامح شكري"),
    ("وقال وزير الخارجية د/ سامح شكري إن الأمر حسم.", "سامح شكري"),
    ("وقال وزير الخارجية المصري (سامح شكري) إن الأمر حسم.", "سامح شكري"),
    ("وقال وزير الخارجية المصري - سامح شكري - إن الأمر حسم.", "سامح شكري"),
    ("وقال سامح شكري (https://t.co/x) إن الأمر حسم.", "سامح شكري"),
  ])
  func `who is named behind a sign speaks`(text: String, speaker: String) {
    let report = reports(in: text).first { $0.kind.isSpeech }
    #expect(report?.content == ["الأمر حسم"])
    #expect(report?.speaker == speaker)
  }

  @Test(arguments: ["((", "<<", "''"])
  func `signs in pairs are marks`(open: String) {
    let close = ["((": "))", "<<": ">>"][open] ?? open
    let text = "وقال سامح شكري \(open)الأمر حسم ولن نعود إليه\(close) أمس."
    let report = reports(in: text).first { $0.kind.isSpeech }
    #expect(report?.kind == .direct)
    #expect(report?.content == ["الأمر حسم ولن نعود إليه"])
  }

  @Test func `brackets in brackets are no marks`() {
    let text = "وقال سامح شكري (وزير الخارجية (السابق)) إن الأمر حسم."
    #expect(reports(in: text).map(\.kind) == [.indirect])
  }

  @Test func `a tagged name is one with the same name without the signs`() {
    let text = "زار #سامح_شكري بيروت. ووصل سامح شكري أمس."
    let analysis = Analyzer(tagger: nil).analyze(Document(text))
    let people = analysis.entities.filter { $0.kind == .person }
    #expect(people.map(\.canonical) == ["سامح شكري"])
    #expect(people.first?.mentions.count == 2)
  }
}
