import ArabicText
import Foundation
import TestSupport
import Testing

@testable import Annotations

/// A file that was saved again by another program: the same words, written otherwise.
@Suite struct SavedAgainTests {
  /// What a program may do to a file when it saves it.
  struct Saving: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: @Sendable (String) -> String

    init(_ name: String, _ text: @escaping @Sendable (String) -> String) {
      (testDescription, self.text) = (name, text)
    }

    private static func breaks(_ sign: String) -> @Sendable (String) -> String {
      { $0.replacingOccurrences(of: "\n", with: sign) }
    }

    static let all = [
      Saving("CR LF", breaks("\r\n")), Saving("CR", breaks("\r")), Saving("NEL", breaks("\u{85}")),
      Saving("U+2029", breaks("\u{2029}")), Saving("blank lines", breaks("\n\n")),
      Saving("blanks at line ends", breaks(" \t \n")), Saving("indented", breaks("\n    ")),
      Saving("mixed") { text in
        text.split(separator: "\n").enumerated().map { ($0 % 2 == 0 ? "\r\n" : "\n") + $1 }.joined()
      },
      Saving("a mark in front") { "\u{FEFF}" + $0 },
      Saving("form D", \.decomposedStringWithCanonicalMapping),
      Saving("form C", \.precomposedStringWithCanonicalMapping),
      Saving("blanks of other kinds") { $0.replacingOccurrences(of: " ", with: "\u{A0}\u{2009}") },
      Saving("without its last line break") { $0.trimmingCharacters(in: .newlines) },
      Saving("more at the end") { $0 + "\nسطر جديد\nوسطر آخر" },
      Saving("more blank lines at the end") { $0 + "\n\n\n" },
      Saving("a line in front") { "عاجل\n" + $0 },
      Saving("a line behind the first") { text in
        let lines = text.components(separatedBy: "\n")
        return ([lines[0], "سطر جديد"] + lines.dropFirst()).joined(separator: "\n")
      },
      Saving("a line behind each", breaks("\nسطر جديد تماما\n")),
      Saving("everything") { text in
        "\u{FEFF}" + breaks("  \r\n\r\n")(text.decomposedStringWithCanonicalMapping) + "\r\nسطر"
      },
    ]
  }

  private static let texts = [
    """
    وزيرة النقل تفتتح جسر النهر
    افتتحت وزيرة النقل ليلى الحداد جسرا جديدا، وقالت إن الجسر يربط القرى. آخر مُحَمَّد Café
    وأضافت الحداد أن شركة السواعد أنهت العمل، فيما أثنى سامر العلي على المهندسين.
    وقال سامر العلي إن الجسر يربط القرى.

    """,
    "قال أحمد نعم.\n", "قال أحمد نعم.\nوقال أحمد لا.\n", "نعم", "عنوان\n\nقالت إن الجسر يربط القرى",
  ]

  /// Every passage of one or two words of `text` that stays in a line.
  private static func anchors(of text: AnchoredText) -> [Anchor] {
    let scalars = text.text.scalars(in: text.text.span).map { ScalarProperties($0.value).isSpace }
    let starts = scalars.indices.filter { !scalars[$0] && ($0 == 0 || scalars[$0 - 1]) }
    return starts.flatMap { start in
      let ends = (start + 1...scalars.count).filter { $0 == scalars.count || scalars[$0] }
      return ends.prefix(2).compactMap { text.anchor(start: start, end: $0) }
        .filter { !$0.exact.contains("\n") && $0.exact.last?.isWhitespace == false }
    }
  }

  private static func words(_ text: String) -> [String] {
    text.replacingOccurrences(of: "\u{FEFF}", with: "").precomposedStringWithCanonicalMapping
      .split(whereSeparator: \.isWhitespace).map(String.init)
  }

  @Test(arguments: Saving.all, texts)
  func `annotations stay certain, and on their words`(_ saving: Saving, _ text: String) throws {
    let before = AnchoredText(DecodedText(text), contentHash: "a")
    let after = AnchoredText(DecodedText(saving.text(text)), contentHash: "b")
    let anchors = Self.anchors(of: before)
    #expect(!anchors.isEmpty)
    for anchor in anchors {
      let placement = after.placement(of: anchor)
      #expect(placement.isCertain, "\(anchor.exact): \(placement)")
      let span = try #require(placement.span)
      #expect(Self.words(after.text.string(in: span)) == Self.words(anchor.exact))
      // The place in the order of all words that are the same tells whether it is the right one.
      let (old, new) = (
        Self.words(text), Self.words(after.text.string(in: TextSpan(.zero, span.upper)))
      )
      let count = Self.words(
        before.text.string(in: TextSpan(.zero, try #require(before.span(at: anchor)).upper))
      ).count
      var rest = old.prefix(count)
      for word in new where word == rest.first { rest.removeFirst() }
      #expect(rest.isEmpty, "\(anchor.exact) went before where it was")
    }
  }

  @Test(arguments: Saving.all)
  func `of passages that nothing tells apart none is certain`(_ saving: Saving) throws {
    let line = "قالت الوزيرة إن العمل في الجسر يمضي كما كان مقررا له منذ البداية دون تأخير"
    let text = Array(repeating: line, count: 6).joined(separator: "\n")
    let before = AnchoredText(DecodedText(text), contentHash: "a")
    let after = AnchoredText(DecodedText("x\n" + saving.text(text)), contentHash: "b")
    let places = before.text.places(of: "يمضي".utf8, in: before.text.span, limit: 6)
    for place in places.dropFirst().dropLast() {
      let anchor = before.passage(place)
      #expect(!after.placement(of: anchor).isCertain)
    }
  }

  @Test func `beside new lines a twin that is left is not taken for the one that is gone`() throws {
    let block = "قالت الوزيرة إن العمل في الجسر يمضي كما كان"
    let before = AnchoredText(
      DecodedText("\(block)\nأولا هذا السطر من الخبر\n\(block)\nثانيا سطر آخر من الخبر"),
      contentHash: "a")
    let first = before.passage(
      before.text.places(of: "يمضي".utf8, in: before.text.span, limit: 1)[0])
    let after = AnchoredText(
      DecodedText("مقدمة\n\(block)\nسطر جديد\nثانيا سطر آخر من الخبر"), contentHash: "b")
    #expect(!after.placement(of: first).isCertain)
  }

  @Test(arguments: 0..<20)
  func `every place of a text has its place in the form, and back`(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<20 {
      let text = DecodedText(
        generator.text(Int.random(in: 0...120, using: &generator)) + "\u{FEFF} \r\n آ\u{651}\u{64E}"
      )
      let form = ComparableText(text)
      // The form of the form is itself.
      #expect(Array(ComparableText(form.text).text.bytes) == Array(form.text.bytes))
      var last = TextOffset.zero
      for scalar in text.scalars(in: text.span) {
        guard let lower = form.offset(ofSource: scalar.offset, as: .lower) else { continue }
        #expect(lower >= last && lower <= form.text.end)
        last = lower
        guard let upper = form.offset(ofSource: scalar.span.upper, as: .upper), lower < upper,
          let back = form.source(of: TextSpan(lower, upper), isRounded: true)
        else { continue }
        #expect(back.contains(scalar.span) || ScalarProperties(scalar.value).isSpace)
      }
    }
  }
}

extension DecodedText {
  fileprivate var bytes: [UInt8] { withUTF8 { Array($0) } }
}
