import ArabicText
import Platform
import TestSupport
import Testing

@testable import Annotations

/// No annotation is stored that parts a letter from its marks, whoever asks.
@Suite struct WholeLetterTests {
  private static let string = "قالَ الوَزِيرُ إِنَّ الجِسْرَ جاهِزٌ 👩‍🚀 أمسِ."
  private let text = AnchoredText(DecodedText(string), contentHash: "a")

  @Test func `an anchor is made of whole letters`() {
    let offsets = text.text.scalars(in: text.text.span).map(\.offset) + [text.text.end]
    for (index, lower) in offsets.enumerated() {
      for upper in offsets[index...].dropFirst() {
        let anchor = text.anchor(of: TextSpan(lower, upper))
        let span = anchor.flatMap { text.span(at: $0) }
        #expect(span.map { text.isPassage($0) } == true)
      }
    }
  }

  @Test func `the store refuses an anchor that cuts a letter`() throws {
    let folder = try TemporaryFolder()
    let store = try AnnotationStore(in: DataFolder(environment: ["XDG_DATA_HOME": folder.path]))
    let notes = store.annotations(of: text)
    for (end, isKept) in [(3, false), (4, true)] {
      var anchor = try #require(text.anchor(start: 0, end: 4))
      anchor.end = ScalarOffset(end)
      anchor.exact = String(Self.string.unicodeScalars.prefix(end))
      let edit = AnnotationEdit.add(Annotation(anchor: anchor, note: "x"))
      let outcome = try? notes.perform([edit], summary: "x")
      #expect((outcome != nil) == isKept)
    }
  }

  @Test(arguments: ["قال", "َ", "الوَزِير", "الجِسْر"])
  func `an import widens what cuts a letter, and counts it`(words: String) throws {
    let start = try #require(Self.string.unicodeScalars.firstRange(of: words.unicodeScalars))
    let lower = Self.string.unicodeScalars.distance(
      from: Self.string.unicodeScalars.startIndex, to: start.lowerBound)
    let upper = lower + words.unicodeScalars.count
    for content in [
      "T1\tPER \(lower) \(upper)\t\(words)\n",
      "{\"spans\":[{\"start\":\(lower),\"end\":\(upper),\"label\":\"PER\"}]}\n",
    ] {
      let result = try ExchangeFormat.readAny(content, of: text, unit: .scalars)
      #expect(result.refused == [])
      #expect(result.widened == 1)
      let span = try #require(result.annotations.first.flatMap { text.span(at: $0.anchor) })
      #expect(text.isPassage(span))
    }
  }

  @Test func `a word that has got a mark at its end is found whole`() throws {
    let old = AnchoredText(DecodedText("وصل الوزير أمس إلى المدينة"), contentHash: "b")
    let new = AnchoredText(DecodedText("وصل الوزيرُ أمس إلى المدينة"), contentHash: "c")
    let anchor = try #require(old.anchor(start: 4, end: 10))
    let span = new.placement(of: anchor).span
    #expect(span.map { new.isPassage($0) } ?? true)
  }
}
