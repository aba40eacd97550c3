import ArabicText
import Platform

extension BratFormat {
  static func read(
    _ content: String, of text: AnchoredText
  ) throws(ExchangeError) -> ImportResult {
    // Of scalars, since CR LF is one character, and U+2028 in a note ends no line.
    let lines = content.unicodeScalars.split(separator: "\n").map { line in
      String(line.last == "\r" ? line.dropLast() : line)
    }
    let starts = Set("TRE*AM#N")
    guard let first = lines.first?.first, starts.contains(first), lines[0].contains("\t") else {
      throw .notOfFormat(.brat, lines.isEmpty ? "it is empty" : "the first line is none of brat's")
    }
    var reader = BratReader(text: text)
    for line in lines { reader.take(line) }
    return reader.finish()
  }
}

private struct BratReader {
  let text: AnchoredText
  private var order: [String] = []
  private var annotations: [String: Annotation] = [:]
  private var types: [String: String] = [:]
  private var notes: [(target: String, type: String, text: String)] = []
  private var hasNote: Set<String> = []
  private var result = ImportResult()

  init(text: AnchoredText) { self.text = text }

  mutating func take(_ line: String) {
    let fields = line.unicodeScalars.split(
      separator: "\t", maxSplits: 2, omittingEmptySubsequences: false
    ).map { String($0) }
    let name = fields[0]
    switch name.first {
    case "T" where fields.count == 3: takeBound(name, fields[1], words: fields[2])
    case "A" where fields.count >= 2, "M" where fields.count >= 2: takeAttribute(name, fields[1])
    case "#" where fields.count >= 2:
      let parts = fields[1].split(separator: " ")
      guard parts.count == 2 else { return result.refuse(name, "a note has a type and a target") }
      notes.append((String(parts[1]), String(parts[0]), fields.count > 2 ? fields[2] : ""))
    case "R" where isOfAnalysis(fields), "*" where isOfAnalysis(fields): result.findings += 1
    case "R", "*", "E", "N":
      result.refuse(name, "relations, events and links are not kept")
    default: result.refuse(name, "it is no line of brat's")
    }
  }

  private func isOfAnalysis(_ fields: [String]) -> Bool {
    guard fields.count >= 2 else { return false }
    return fields[1].hasPrefix("Speaker ") || fields[1].hasPrefix("Equiv ")
  }

  private mutating func takeBound(_ name: String, _ place: String, words: String) {
    let parts = place.split(separator: " ", maxSplits: 1)
    let ranges = (parts.count == 2 ? parts[1] : "").split(separator: ";").map { range in
      range.split(separator: " ").compactMap { Int($0) }
    }
    guard !ranges.isEmpty, ranges.allSatisfy({ $0.count == 2 }), annotations[name] == nil else {
      return result.refuse(name, "it has no offsets, or its name is taken")
    }
    guard isUnbroken(ranges) else {
      return result.refuse(name, "it is in pieces with other words between them")
    }
    let (start, end) = (ranges[0][0], ranges[ranges.count - 1][1])
    let there = ranges.map { range in
      text.span(start: range[0], end: range[1]).map { text.text.string(in: $0) } ?? ""
    }.joined(separator: " ")
    // Of one piece the words can be looked for elsewhere.
    let isHere = there.utf8.elementsEqual(words.utf8)
    let quoted = Anchor(
      start: ScalarOffset(start), end: ScalarOffset(end), exact: words, prefix: "", suffix: "",
      contentHash: "")
    do throws(ItemPlacer.Misfit) {
      let found = try ItemPlacer(text: text).anchor(
        start: start, end: end, words: isHere ? nil : words,
        quoted: ranges.count == 1 ? quoted : nil)
      if found.isMoved { result.moved += 1 }
      annotations[name] = Annotation(anchor: found.anchor)
      types[name] = String(parts[0])
      order.append(name)
    } catch {
      result.refuse(name, error.reason)
    }
  }

  /// Whether nothing but line breaks and blanks lies between the pieces.
  private func isUnbroken(_ ranges: [[Int]]) -> Bool {
    zip(ranges, ranges.dropFirst()).allSatisfy { one, next in
      guard let gap = text.span(start: one[1], end: next[0]) else { return one[1] == next[0] }
      return text.text.scalars(in: gap).allSatisfy { ScalarProperties($0.value).isSpace }
    }
  }

  private mutating func takeAttribute(_ name: String, _ content: String) {
    let parts = content.split(separator: " ").map(String.init)
    guard parts.count >= 2, annotations[parts[1]] != nil else {
      return result.refuse(name, "there is nothing of the name that it is of")
    }
    if parts[0] == "Color", parts.count == 3, let color = HighlightColor(rawValue: parts[2]) {
      annotations[parts[1]]?.color = color
    } else {
      let tag = parts.count > 2 ? "\(parts[0])=\(parts[2])" : parts[0]
      annotations[parts[1]]?.tags.append(tag)
    }
  }

  mutating func finish() -> ImportResult {
    var findings: Set<String> = []
    var isOwn: Set<String> = []
    for (target, type, text) in notes {
      guard let annotation = annotations[target] else { continue }
      switch type {
      case "Finding": findings.insert(target)
      case "Tag": annotations[target]?.tags.append(text)
      case "Rawi":
        guard let details = try? JSON(parsing: text),
          var kept = Annotation(details: details, anchor: annotation.anchor)
        else { continue }
        kept.color = annotation.color
        if details["note"] == nil { kept.note = annotation.note }
        if details["tags"] == nil { kept.tags = annotation.tags }
        annotations[target] = kept
        isOwn.insert(target)
      default:
        annotations[target]?.addLine(text, isFirst: !hasNote.contains(target))
        hasNote.insert(target)
      }
    }
    for name in order {
      guard var annotation = annotations[name], let type = types[name] else { continue }
      if findings.contains(name) {
        result.findings += 1
        continue
      }
      if !["Note", "Highlight"].contains(type) || !isOwn.contains(name) && annotation.isBlank {
        annotation.apply(type)
      }
      result.annotations.append(annotation)
    }
    return result
  }
}

extension Annotation {
  fileprivate mutating func addLine(_ line: String, isFirst: Bool) {
    note += (isFirst ? "" : "\n") + line
  }
}
