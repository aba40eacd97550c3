import ArabicText
import Platform
import TestSupport
import Testing

@testable import Annotations

/// Files of other tools, told by their content.
@Suite struct ImportKindTests {
  private let text = ImportSample.article

  /// What was taken, as words, label and place.
  private func taken(_ result: ImportResult) -> [String] {
    result.annotations.map { "\($0.anchor.start.scalars) \($0.anchor.exact) \($0.label)" }.sorted()
  }

  private var expected: [String] {
    let sample = ImportSample()
    return sample.items.map { "\(sample.bounds($0, .scalars).start) \($0.words) \($0.label)" }
      .sorted()
  }

  @Test(arguments: ImportSample.all.indices)
  func `a file is read whatever tool wrote it`(index: Int) throws {
    let (kind, content) = ImportSample.all[index]
    #expect(try ImportSource(content).kind == kind)
    let result = try ExchangeFormat.readAny(content, of: text)
    #expect(result.refused == [])
    // An array of two rows says all twice.
    #expect(Set(taken(result)) == Set(expected), "\(content)")
    #expect(result.moved == 0 && result.readings.isEmpty)
  }

  @Test(arguments: ImportSample.all.indices)
  func `a file is read after its format is named, and refused after another`(index: Int) throws {
    let (kind, content) = ImportSample.all[index]
    for format in ExchangeFormat.allCases where format.isReadable {
      if format == kind.format {
        #expect(try !format.read(content, of: text).annotations.isEmpty)
      } else {
        #expect(throws: ExchangeError.looksLike(kind, asked: format)) {
          try format.read(content, of: text)
        }
      }
    }
  }

  @Test(arguments: [
    "", "نص بلا ملاحظات\n", "{\"name\": \"x\", \"version\": 3}", "[1, 2, 3]", "<html></html>",
    "a,b,c\n1,2,3\n", "T1 is no bound\n", "one two\nthree four\n",
  ])
  func `a file of no known form is none`(content: String) {
    #expect(throws: ExchangeError.unknown) { try ExchangeFormat.readAny(content, of: text) }
  }

  @Test func `damaged JSON is told by its byte`() {
    #expect(throws: ExchangeError.damagedJSON(byte: 12)) {
      try ExchangeFormat.readAny("{\"items\": [\n}\n", of: text)
    }
  }

  @Test func `other line ends in a file change nothing`() throws {
    let sample = ImportSample()
    for content in [
      sample.brat(), sample.conll(), sample.doccano() + sample.prodigy(), sample.conllU,
    ] {
      let changed = content.replacing("\n", with: "\r\n")
      let result = try ExchangeFormat.readAny(changed, of: text)
      #expect(Set(taken(result)) == Set(expected))
      #expect(result.refused == [])
    }
  }

  @Test func `values of JSON may go over lines one behind the other`() throws {
    let sample = ImportSample()
    let content = sample.doccanoEntities.replacing(", \"entities\"", with: ",\n\"entities\"")
    let result = try ExchangeFormat.readAny(content + "\n" + content, of: text)
    #expect(Set(taken(result)) == Set(expected) && result.annotations.count == 8)
  }

  @Test func `pairs in a page are read, and what is none beside them is told`() throws {
    let result = try ExchangeFormat.readAny(ImportSample().pageOfPairs, of: text)
    #expect(taken(result) == expected)
    #expect(result.refused.map(\.reason) == [.unknownRow])
  }

  @Test func `a span alone that was rejected is left out and told`() throws {
    let content = ImportSample().spans().replacing("}", with: ", \"answer\": \"reject\"}")
    let result = try ExchangeFormat.readAny(content, of: text)
    #expect(result.annotations.isEmpty)
    #expect(result.leftOut.map(\.reason) == [.rejected, .rejected, .rejected, .rejected])
  }

  @Test func `a reply that says no page spoils no export of Hypothesis`() throws {
    let reply = ", {\"id\": \"r\", \"references\": [\"h0\"], \"text\": \"نعم\"}]"
    let content = ImportSample().hypothesis().dropLast(2) + reply + "}"
    let result = try ExchangeFormat.readAny(String(content), of: text)
    #expect(taken(result) == expected)
    #expect(result.leftOut.count + result.refused.count == 1)
  }

  @Test func `a row that is a paragraph of the article is placed in it`() throws {
    let content = """
      {"text": "وبالقاهرة مقر شركة السواعد.", "label": [[2, 9, "LOC"], [14, 26, "ORG"]]}
      {"text": "👍 زار أحمد منصور القاهرة أمس.", "label": [[17, 24, "LOC"]]}
      """
    let result = try ExchangeFormat.readAny(content, of: text)
    #expect(result.annotations.map(\.anchor.exact) == ["القاهرة", "شركة السواعد", "القاهرة"])
    #expect(result.annotations.map(\.anchor.start.scalars) == [76, 88, 17])
    #expect(result.moved == 0 && result.refused == [])
  }

  @Test func `a region of Label Studio has its labels, choices and remarks`() throws {
    let content = """
      [{"id": 1, "data": {"text": \(JSON.string(ImportSample().text).line), "source": "x"},
      "annotations": [{"completed_by": {"id": 3, "email": "hind@example.org"}, "result": [
      {"id": "a", "type": "labels", "value": {"start": 7, "end": 17, "text": "أحمد منصور",
      "labels": ["PER", "ضيف"]}, "meta": {"text": ["من هو؟"]}},
      {"id": "a", "type": "choices", "value": {"start": 7, "end": 17, "choices": ["مؤكد"]}},
      {"id": "a", "type": "textarea", "value": {"start": 7, "end": 17, "text": ["وزير سابق"]}},
      {"id": "b", "type": "choices", "value": {"choices": ["سياسة"]}},
      {"type": "relation", "from_id": "a", "to_id": "b", "direction": "right"},
      {"id": "c", "type": "rating", "value": {"rating": 3}}]},
      {"was_cancelled": true, "result": [{"id": "d", "type": "labels",
      "value": {"start": 7, "end": 17, "text": "أحمد منصور", "labels": ["ORG"]}}]}],
      "predictions": [{"result": [{"id": "e", "type": "labels",
      "value": {"start": 0, "end": 2, "text": "👍", "labels": ["X"]}}]}]}]
      """
    let result = try ExchangeFormat.readAny(content, of: text)
    let found = try #require(result.annotations.first)
    #expect(result.annotations.count == 1 && found.anchor.exact == "أحمد منصور")
    #expect(found.correction == .add(.init(name: "أحمد منصور", kind: .person)))
    #expect(found.tags == ["ضيف", "مؤكد"] && found.note == "من هو؟\nوزير سابق")
    #expect(found.author == "hind@example.org")
    #expect(
      result.leftOut.map(\.reason) == [
        .documentLabel("سياسة"), .relation, .placeless(type: "rating"), .skipped,
      ])
    #expect(result.findings == 1 && result.refused == [])
  }

  @Test func `words of CoNLL-U that are written as one are found in it, or refused`() throws {
    let text = AnchoredText(DecodedText("سافر وقال للقاهرة وبغداد."), contentHash: "a")
    func line(_ id: String, _ form: String, _ misc: String = "_") -> String {
      [id, form, "_", "_", "_", "_", "_", "_", "_", misc].joined(separator: "\t") + "\n"
    }
    let content =
      line("1", "سافر") + line("2-3", "وقال") + line("2", "و") + line("3", "قال")
      + line("4-5", "للقاهرة") + line("4", "ل") + line("5", "القاهرة", "NER=S-LOC")
      + line("6-7", "وبغداد") + line("6", "و") + line("7", "بغداد", "Gloss=x|name=B-LOC")
      + line("7.1", "_") + line("8", ".")
    let result = try ExchangeFormat.readAny(content, of: text)
    #expect(result.annotations.map(\.anchor.exact) == ["بغداد"])
    #expect(result.refused == [.init(spot: .line(5), reason: .tokensMissing(label: "LOC"))])
  }

  @Test func `tokens are found again behind text that the table does not have`() throws {
    let text = AnchoredText(
      DecodedText("عنوان في القاهرة\n\nزار في الصيف أحمد منصور (وزير) القاهرة ثم عاد في الليل."),
      contentHash: "a")
    let content = """
      زار O
      في O
      الصيف O
      أحمد B-PER
      منصور I-PER
      القاهرة B-LOC
      ثم O
      سافر B-X
      في B-Y
      الليل O
      """
    let result = try ExchangeFormat.readAny(content, of: text)
    #expect(result.annotations.map(\.anchor.exact) == ["أحمد منصور", "القاهرة", "في"])
    #expect(result.annotations.map(\.anchor.start.scalars) == [31, 49, 64])
    #expect(result.refused == [.init(spot: .line(8), reason: .tokensMissing(label: "X"))])
  }
}
