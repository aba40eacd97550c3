import ArabicText
import Platform
import Testing

@testable import Annotations

/// Whatever an annotation holds, in whatever format it goes out: it is in the file, or it is counted as
/// something that there is no room for.
@Suite struct ExportLossTests {
  /// Something that an annotation may hold, with what of it is looked for in a page.
  struct Holding: CustomTestStringConvertible {
    var name: String
    var loss: ExportLoss
    var signs: [String]
    var set: @Sendable (inout Annotation) -> Void
    var value: @Sendable (Annotation) -> String

    var testDescription: String { name }
  }

  private static let subject = Correction.Subject(name: "ليلى الحداد", kind: .person)

  static let holdings: [Holding] = [
    Holding(
      name: "note", loss: .note, signs: ["سطر أول", "سطر ثان"],
      set: { $0.note = "سطر أول\nسطر ثان" }, value: \.note),
    Holding(
      name: "tags", loss: .tag, signs: ["جسور", "قرى"], set: { $0.tags = ["جسور", "قرى"] },
      value: { $0.tags.description }),
    Holding(
      name: "color", loss: .color, signs: ["pink"], set: { $0.color = .pink },
      value: { $0.color?.rawValue ?? "" }),
    Holding(
      name: "color and note", loss: .note, signs: ["انظر"],
      set: { ($0.color, $0.note) = (.pink, "انظر") }, value: \.note),
    Holding(
      name: "tag and color", loss: .color, signs: ["pink"],
      set: { ($0.color, $0.tags) = (.pink, ["جسر"]) }, value: { $0.color?.rawValue ?? "" }),
    Holding(
      name: "tag with a blank", loss: .labelSigns, signs: ["رأي عام"],
      set: { $0.tags = ["رأي عام"] }, value: { $0.tags.description }),
    Holding(
      name: "name that was missed", loss: .correction, signs: ["ليلى الحداد"],
      set: { $0.correction = .add(subject) }, value: { "\($0.correction as Any)" }),
    Holding(
      name: "name and tag", loss: .tag, signs: ["وزيرة"],
      set: { ($0.correction, $0.tags) = (.add(subject), ["وزيرة"]) },
      value: { $0.tags.description }),
    Holding(
      name: "other name", loss: .correction, signs: ["ليلى سعد"],
      set: { $0.correction = .rename(subject: subject, name: "ليلى سعد") },
      value: { "\($0.correction as Any)" }),
    Holding(
      name: "same as another", loss: .correction, signs: ["سهاد", "ANON"],
      set: {
        $0.correction = .merge(subject: subject, into: .init(name: "سهاد", kind: .unnamed))
      },
      value: { "\($0.correction as Any)" }),
    Holding(
      name: "speaker", loss: .correction, signs: ["سهاد", "كما يقال"],
      set: { $0.correction = .speaker(name: "سهاد", source: "كما يقال") },
      value: { "\($0.correction as Any)" }),
    Holding(
      name: "correction of a later version", loss: .correction, signs: ["qwerty", "uiop"],
      set: {
        $0.correction = .unknown(
          .object([
            JSON.Member("action", .string("qwerty")), JSON.Member("more", .string("uiop")),
          ]))
      },
      value: { "\($0.correction as Any)" }),
    Holding(
      name: "scope", loss: .scope, signs: ["everywhere"],
      set: { ($0.correction, $0.scope) = (.reject(subject: subject), .everywhere) },
      value: { $0.scope.rawValue }),
    Holding(
      name: "proposal", loss: .proposal, signs: ["zxcvb"],
      set: { ($0.note, $0.isProposal, $0.conflict) = ("ن", true, "zxcvb") },
      value: { "\($0.isProposal) \($0.conflict ?? "")" }),
    Holding(
      name: "absence", loss: .absence, signs: ["c0ffee"],
      set: { ($0.note, $0.absentFrom) = ("ن", ["c0ffee"]) }, value: { $0.absentFrom.description }),
    Holding(
      name: "author", loss: .author, signs: ["هند سالم"],
      set: { ($0.note, $0.author) = ("ن", "هند سالم") }, value: { $0.author ?? "" }),
  ]

  private let text = AnchoredText(
    DecodedText("قالت ليلى الحداد إن الجسر جديد. وذهبت إلى القاهرة.\n\nانتهى"), contentHash: "a")

  private func annotation(of words: String) throws -> Annotation {
    let span = try #require(text.text.places(of: words.utf8, in: text.text.span, limit: 1).first)
    return Annotation(
      anchor: text.passage(span), created: Timestamp(milliseconds: 1_700_000_000_123))
  }

  private func write(_ annotations: [Annotation], as format: ExchangeFormat) -> ExportResult {
    format.write(
      ExchangeDocument(text: text, name: "n", annotations: text.place(annotations)))
  }

  @Test(arguments: ExchangeFormat.allCases, holdings)
  func `what an annotation holds is kept or counted`(
    format: ExchangeFormat, holding: Holding
  ) throws {
    var given = try annotation(of: "ليلى الحداد")
    holding.set(&given)
    let result = write([given], as: format)
    #expect(result.leftOut == [])
    let isKept: Bool
    if format.isReadable {
      let back = try format.read(result.content, of: text).annotations
      isKept = back.map(holding.value) == [holding.value(given)]
    } else {
      isKept = holding.signs.allSatisfy(result.content.contains)
    }
    // What is counted is not there, and what is there is not counted.
    #expect(result.losses[holding.loss] == (isKept ? nil : 1))
    if [.w3c, .brat, .jsonl].contains(format) { #expect(result.losses == [:]) }
  }

  @Test func `how many annotations have something is counted`() throws {
    let all = try ["ليلى", "الجسر", "القاهرة"].map { words in
      var given = try annotation(of: words)
      (given.note, given.tags) = ("ن", ["جسر"])
      return given
    }
    #expect(write(all, as: .conll).losses == [.note: 3])
    #expect(write(all, as: .csv).losses == [:])
  }

  @Test func `CoNLL tells a passage that is in pieces, or holds no word`() throws {
    let (long, blank) = (try annotation(of: "جديد. وذهبت"), try annotation(of: "\n\n"))
    let result = write([long, blank].map(coloured), as: .conll)
    #expect(result.losses == [.wholeness: 1])
    #expect(result.leftOut == [ExportOmission(words: "\n\n", label: "pink", reason: .noWords)])
  }

  @Test func `CoNLL tells what the analysis found and it has no room for`() throws {
    let given = coloured(try annotation(of: "ليلى الحداد"))
    let place = try #require(text.span(at: given.anchor))
    var document = ExchangeDocument(text: text, name: "n", annotations: text.place([given]))
    document.findings = [
      .init(span: place, label: "PER", group: "e1", name: nil),
      .init(span: place, label: "direct", group: "q1", name: nil, isQuotation: true),
    ]
    #expect(ExchangeFormat.conll.write(document).losses == [.name: 1, .quotation: 1])
  }

  private func coloured(_ annotation: Annotation) -> Annotation {
    var annotation = annotation
    annotation.color = .pink
    return annotation
  }
}
