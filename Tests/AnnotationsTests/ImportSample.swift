import ArabicText
import Platform

@testable import Annotations

/// An invented article and four passages of it, in the forms that other tools write.
struct ImportSample {
  /// A passage with its label.
  struct Item {
    var label: String
    var words: String
    var range: Range<String.UnicodeScalarView.Index>
  }

  /// The article as the tool had it; القاهرة stands in it three times, once behind clitics.
  var text = """
    👍 زار أحمد منصور القاهرة أمس.
    😀 وقالت ليلى الحداد إن القاهرة مدينة كبيرة.
    وبالقاهرة مقر شركة السواعد.

    """

  /// What is marked.
  static let marked = [
    ("PER", "أحمد منصور", 0), ("PER", "ليلى الحداد", 0), ("LOC", "القاهرة", 1),
    ("ORG", "شركة السواعد", 0),
  ]

  /// The article as Rawi has it.
  static var article: AnchoredText {
    AnchoredText(DecodedText(ImportSample().text), contentHash: "a")
  }

  /// The passages in order.
  var items: [Item] {
    Self.marked.compactMap { label, words, number in
      var places = text.ranges(of: words)[...]
      places = places.dropFirst(number)
      return places.first.map { Item(label: label, words: words, range: $0) }
    }
  }

  /// The bounds of an item.
  func bounds(_ item: Item, _ unit: OffsetUnit) -> (start: Int, end: Int) {
    let parts = [text[..<item.range.lowerBound], text[..<item.range.upperBound]].map { part in
      switch unit {
      case .scalars: part.unicodeScalars.count
      case .utf16: part.utf16.count
      case .utf8: part.utf8.count
      }
    }
    return (parts[0], parts[1])
  }

  /// The text as JSON.
  private var quoted: String { JSON.string(text).line }

  private func each(
    _ unit: OffsetUnit, _ form: (_ number: Int, _ item: Item, _ start: Int, _ end: Int) -> String
  ) -> String {
    items.enumerated().map { number, item in
      let (start, end) = bounds(item, unit)
      return form(number, item, start, end)
    }.joined(separator: ",")
  }

  // MARK: Forms with quoted words

  func brat(_ unit: OffsetUnit = .scalars) -> String {
    items.enumerated().map { number, item in
      let (start, end) = bounds(item, unit)
      return "T\(number + 1)\t\(item.label) \(start) \(end)\t\(item.words)\n"
    }.joined()
  }

  func labelStudio(_ unit: OffsetUnit = .utf16) -> String {
    let results = each(unit) { number, item, start, end in
      """
      {"value": {"start": \(start), "end": \(end), "text": "\(item.words)",
      "labels": ["\(item.label)"]}, "id": "r\(number)", "from_name": "label", "to_name": "text",
      "type": "labels", "origin": "manual"}
      """
    }
    return """
      [{"id": 7, "annotations": [{"id": 9, "completed_by": 1, "was_cancelled": false,
      "result": [\(results)]}], "predictions": [], "data": {"text": \(quoted)}, "project": 1}]
      """
  }

  func labelStudioMinimal(_ unit: OffsetUnit = .utf16) -> String {
    let regions = each(unit) { _, item, start, end in
      """
      {"start": \(start), "end": \(end), "text": "\(item.words)", "labels": ["\(item.label)"]}
      """
    }
    return """
      [{"id": 7, "article": \(quoted), "ner": [\(regions)], "annotator": 1, "annotation_id": 9}]
      """
  }

  func recogito(_ unit: OffsetUnit = .scalars) -> String {
    let annotations = each(unit) { number, item, start, end in
      """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "id": "#a\(number)",
      "body": [{"type": "TextualBody", "value": "\(item.label)", "purpose": "classifying"}],
      "target": {"selector": [{"type": "TextQuoteSelector", "exact": "\(item.words)"},
      {"type": "TextPositionSelector", "start": \(start), "end": \(end)}]}}
      """
    }
    return "[\(annotations)]"
  }

  func hypothesis(_ unit: OffsetUnit = .utf16) -> String {
    let annotations = each(unit) { number, item, start, end in
      """
      {"id": "h\(number)", "created": "2026-11-20T10:00:00.123456+00:00",
      "updated": "2026-11-20T10:00:00.123456+00:00", "user": "acct:hind@hypothes.is",
      "uri": "https://example.org/a", "text": "", "tags": ["\(item.label)"], "group": "__world__",
      "target": [{"source": "https://example.org/a", "selector": [
      {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 0, "endOffset": 2,
      "endContainer": "/p[1]"}, {"type": "TextPositionSelector", "start": \(start),
      "end": \(end)}, {"type": "TextQuoteSelector", "exact": "\(item.words)",
      "prefix": "", "suffix": ""}]}]}
      """
    }
    return """
      {"export_date": "2026-11-21T10:00:00.000Z", "export_userid": "acct:hind@hypothes.is",
      "client_version": "1.0", "annotations": [\(annotations)]}
      """
  }

  func webAnno(_ unit: OffsetUnit = .utf16) -> String {
    var lines = [
      "#FORMAT=WebAnno TSV 3.3",
      "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value", "", "",
    ]
    let offset = { (index: String.Index) in
      bounds(Item(label: "", words: "", range: index..<index), unit).start
    }
    for (number, token) in tokens.enumerated() {
      let tag = token.item.map { "*[\($0 + 1)]\t\(items[$0].label)[\($0 + 1)]" } ?? "_\t_"
      let (start, end) = (offset(token.range.lowerBound), offset(token.range.upperBound))
      lines.append("1-\(number + 1)\t\(start)-\(end)\t\(text[token.range])\t\(tag)\t")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Forms with offsets alone

  func doccano(_ name: String = "label", text textName: String = "text") -> String {
    let spans = each(.scalars) { _, item, start, end in "[\(start), \(end), \"\(item.label)\"]" }
    return "{\"id\": 3, \"\(textName)\": \(quoted), \"\(name)\": [\(spans)], \"Comments\": []}\n"
  }

  var doccanoEntities: String {
    let spans = each(.scalars) { number, item, start, end in
      """
      {"id": \(number), "label": "\(item.label)", "start_offset": \(start), "end_offset": \(end)}
      """
    }
    return "{\"text\": \(quoted), \"entities\": [\(spans)], \"relations\": [], \"Comments\": []}\n"
  }

  func prodigy(answer: String = "accept") -> String {
    let spans = each(.scalars) { _, item, start, end in
      """
      {"start": \(start), "end": \(end), "token_start": 1, "token_end": 2, "label": "\(item.label)"}
      """
    }
    return """
      {"text": \(quoted), "_input_hash": 1, "_task_hash": 2, "tokens": [{"text": "x", "start": 0}], \
      "spans": [\(spans)], "answer": "\(answer)"}
      """
  }

  var spaCyPair: String {
    let spans = each(.scalars) { _, item, start, end in "[\(start), \(end), \"\(item.label)\"]" }
    return "[\(quoted), {\"entities\": [\(spans)]}]"
  }

  var spaCyDocument: String {
    let spans = each(.scalars) { _, item, start, end in
      "{\"start\": \(start), \"end\": \(end), \"label\": \"\(item.label)\"}"
    }
    return "{\"text\": \(quoted), \"ents\": [\(spans)], \"sents\": [], \"tokens\": [{\"id\": 0}]}"
  }

  /// What an annotator of names in the browser writes: pairs as spaCy trains on, in a page.
  var pageOfPairs: String { "{\"classes\": [\"PER\"], \"annotations\": [\(spaCyPair), null]}" }

  /// Spans without their text, in an array.
  func spans(label: String = "label", words: String? = nil) -> String {
    let spans = each(.scalars) { _, item, start, end in
      let quoted = words.map { ", \"\($0)\": \"\(item.words)\"" } ?? ""
      return "{\"start\": \(start), \"end\": \(end), \"\(label)\": \"\(item.label)\"\(quoted)}"
    }
    return "[\(spans)]"
  }

  // MARK: Forms with tokens

  /// A scheme of tags, by the tags of the first, a middle, the last and an only token.
  struct Scheme: Hashable {
    var first = "B-"
    var middle = "I-"
    var last = "I-"
    var only = "B-"

    static let all: [String: Scheme] = [
      "BIO": Scheme(), "IO": Scheme(first: "I-", only: "I-"),
      "plain": Scheme(first: "", middle: "", last: "", only: ""),
      "BILOU": Scheme(last: "L-", only: "U-"), "IOBES": Scheme(last: "E-", only: "S-"),
      "BMES": Scheme(middle: "M-", last: "E-", only: "S-"),
      "small": Scheme(first: "b-", middle: "i-", last: "i-", only: "b-"),
    ]
  }

  /// The tokens, each with the item that it is of; clitics are cut off.
  var tokens: [(range: Range<String.Index>, item: Int?)] {
    let items = items
    var cuts = Set(items.flatMap { [$0.range.lowerBound, $0.range.upperBound] })
    cuts.formUnion([text.startIndex, text.endIndex])
    for index in text.indices where text[index].isWhitespace || text[index] == "." {
      cuts.formUnion([index, text.index(after: index)])
    }
    let bounds = cuts.sorted()
    return zip(bounds, bounds.dropFirst()).compactMap { lower, upper in
      guard !text[lower..<upper].allSatisfy(\.isWhitespace) else { return nil }
      return (lower..<upper, items.firstIndex { $0.range.contains(lower) })
    }
  }

  /// The tag of each token.
  func tags(_ scheme: Scheme = Scheme()) -> [(token: String, tag: String)] {
    let tokens = tokens
    return tokens.indices.map { index in
      let words = String(text[tokens[index].range])
      guard let item = tokens[index].item else { return (words, "O") }
      let isFirst = index == 0 || tokens[index - 1].item != item
      let isLast = index + 1 == tokens.count || tokens[index + 1].item != item
      let sign =
        isFirst ? (isLast ? scheme.only : scheme.first) : (isLast ? scheme.last : scheme.middle)
      return (words, sign + items[item].label)
    }
  }

  func conll(_ scheme: Scheme = Scheme()) -> String {
    tags(scheme).map { "\($0.token) \($0.tag)\($0.token == "." ? "\n" : "")\n" }.joined()
  }

  /// Tags with the letter behind the label.
  var conllLetterLast: String {
    tags().map { token, tag in
      let form = tag == "O" ? tag : "\(tag.dropFirst(2))-\(tag.prefix(1))"
      return "\(token)\t\(form)\(token == "." ? "\n" : "")\n"
    }.joined()
  }

  /// Four columns with a line for each document, as of the task of 2003.
  var conll2003: String {
    "-DOCSTART- -X- O O\n\n"
      + tags().map { "\($0.token) -X- B-NP \($0.tag)\($0.token == "." ? "\n" : "")\n" }.joined()
  }

  var conllU: String {
    var lines = ["# sent_id = 1", "# text = \(text.split(separator: "\n")[0])"]
    var number = 0
    for item in tags() {
      number += 1
      let misc = item.tag == "O" ? "_" : "NE=\(item.tag)|SpaceAfter=No"
      lines.append(
        ["\(number)", item.token, "_", "X", "_", "_", "0", "dep", "_", misc].joined(separator: "\t")
      )
      if item.token == "." {
        lines.append("")
        number = 0
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  var tokenRow: String {
    let tags = tags()
    let (words, names) = (tags.map(\.token), tags.map(\.tag))
    return
      "{\"id\": \"0\", \"tokens\": \(JSON.strings(words).line), \"ner_tags\": \(JSON.strings(names).line)}\n"
  }

  var spaCyExample: String {
    let tags = tags(Scheme(last: "L-", only: "U-"))
    return """
      {"doc_annotation": {"cats": {}, "entities": \(JSON.strings(tags.map(\.tag)).line), "links": {}},
      "token_annotation": {"ORTH": \(JSON.strings(tags.map(\.token)).line), "SPACY": []}}
      """
  }

  /// The W3C's model as a program for graphs writes it: nodes side by side, names as whole IRIs.
  var graph: String {
    let oa = "http://www.w3.org/ns/oa#"
    let nodes = each(.scalars) { number, item, start, end in
      """
      {"@id": "_:t\(number)", "@type": ["\(oa)SpecificResource"],
      "\(oa)hasSelector": [{"@id": "_:p\(number)"}, {"@id": "_:q\(number)"}]},
      {"@id": "urn:uuid:a\(number)", "@type": ["\(oa)Annotation"],
      "\(oa)hasBody": [{"@id": "_:b\(number)"}], "\(oa)hasTarget": [{"@id": "_:t\(number)"}],
      "\(oa)motivatedBy": [{"@id": "\(oa)tagging"}]},
      {"@id": "_:b\(number)", "@type": ["\(oa)TextualBody"],
      "\(oa)hasPurpose": [{"@id": "\(oa)classifying"}],
      "http://www.w3.org/1999/02/22-rdf-syntax-ns#value": [{"@value": "\(item.label)"}]},
      {"@id": "_:p\(number)", "@type": ["\(oa)TextPositionSelector"],
      "\(oa)start": [{"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger",
      "@value": "\(start)"}], "\(oa)end": [{"@value": \(end)}]},
      {"@id": "_:q\(number)", "@type": ["\(oa)TextQuoteSelector"],
      "\(oa)exact": [{"@value": "\(item.words)"}]}
      """
    }
    return "[\(nodes)]"
  }

  var spaCyTraining: String {
    let tokens = tags(Scheme(last: "L-", only: "U-")).enumerated().map { number, item in
      "{\"id\": \(number), \"orth\": \(JSON.string(item.token).line), \"ner\": \"\(item.tag)\"}"
    }
    return """
      [{"id": 0, "paragraphs": [{"raw": \(quoted), "sentences": [{"tokens": \
      [\(tokens.joined(separator: ","))], "brackets": []}], "cats": []}]}]
      """
  }

  /// Every form by what wrote it.
  static var all: [(kind: ImportKind, content: String)] {
    let sample = ImportSample()
    let lines = sample.labelStudio().dropFirst().dropLast().filter { $0 != "\n" } + "\n"
    return [
      (.brat, sample.brat()), (.labelStudio, sample.labelStudio()),
      (.labelStudio, sample.labelStudioMinimal()), (.labelStudio, String(lines)),
      (.w3c, sample.recogito()), (.hypothesis, sample.hypothesis()),
      (
        .hypothesis,
        sample.hypothesis().replacing("\"annotations\"", with: "\"total\": 4, \"rows\"")
      ),
      (.webAnno, sample.webAnno()), (.doccano, sample.doccano()),
      (.doccano, sample.doccano("labels")), (.doccano, sample.doccano(text: "data")),
      (.doccano, sample.doccanoEntities), (.doccano, "[\(sample.doccano()), \(sample.doccano())]"),
      (.prodigy, sample.prodigy()), (.spaCy, sample.spaCyPair), (.spaCy, "[\(sample.spaCyPair)]"),
      (.spaCy, sample.spaCyDocument), (.spaCy, sample.spaCyTraining), (.spaCy, sample.spaCyExample),
      (.w3c, sample.graph),
      (.conll, sample.conll2003), (.conllU, sample.conllU), (.spans, sample.tokenRow),
      (.conll, sample.conllLetterLast),
      (.spans, sample.tokenRow.replacing("\"B-", with: "\"b-").replacing("\"I-", with: "\"i-")),
      (.spans, sample.spans()), (.spans, sample.spans(words: "text")),
      (.spans, sample.spans(label: "entity_group", words: "word")),
    ]
      + Scheme.all.keys.sorted().compactMap { name in
        Scheme.all[name].map { (.conll, sample.conll($0)) }
      }
  }
}
