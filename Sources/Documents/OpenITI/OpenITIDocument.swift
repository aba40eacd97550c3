import ArabicText

/// Makes a text of a book in OpenITI mARkdown, the marks of the corpus of premodern Arabic texts.
///
/// Marks: `# ` begins a paragraph, `~~` goes on with one, `### |` and more bars a heading, `PageV01P001`
/// ends a page, `ms001` counts words (openiti.github.io, mARkdown 2).
struct OpenITIDocument {
  /// The rules that are in this folder; see ``DocumentStructure/Extractor/version``.
  static let extractor = DocumentStructure.Extractor("openiti", version: 2)

  private var text: ExtractedText
  private var kind: DocumentStructure.Block.Kind?
  private var words: [Substring] = []
  /// The numbers of the pages that end in the words, by how many words stand before.
  private var ends: [(number: Int, words: Int)] = []
  /// Where the page begins that is read.
  private var pageStart = 0

  /// The text of `book`, which is in UTF-8.
  ///
  /// - Complexity: O(*n*).
  static func read(_ book: UnsafeBufferPointer<UInt8>) -> ExtractedText {
    let lines = book.split(separator: 0x0A).lazy.map { String(decoding: $0, as: UTF8.self) }
    var structure = DocumentStructure(format: "openiti", extractor: extractor)
    var header = OpenITIHeader()
    var body = lines.dropFirst()
    while let line = body.first, !line.hasPrefix("#META#Header#End#") {
      // Not every text has an end of its header.
      guard line.hasPrefix("#META#") || line.allSatisfy(\.isWhitespace) else { break }
      header.read(line)
      body = body.dropFirst()
    }
    if body.first?.hasPrefix("#META#Header#End#") == true { body = body.dropFirst() }
    structure.title = header.title
    structure.authors = header.author.map { [$0] } ?? []
    structure.address = header.address
    var document = OpenITIDocument(text: ExtractedText(structure))
    if let title = header.title { document.text.append(title.utf8, .heading(level: 1)) }
    document.pageStart = document.text.bytes.count + (header.title == nil ? 0 : 1)
    for line in body { document.read(line[...]) }
    document.end()
    return document.text
  }

  private init(text: ExtractedText) { self.text = text }

  private mutating func read(_ line: Substring) {
    if line.hasPrefix("~~") {
      add(line.dropFirst(2))
    } else if line.hasPrefix("#") {
      end()
      let rest = line.drop { $0 == "#" }.drop { $0 == " " }
      let bars = rest.prefix { $0 == "|" }.count
      if bars > 0 {
        kind = .heading(level: min(6, bars + 1))
        add(rest.dropFirst(bars))
      } else {
        add(Self.withoutUnit(rest))
      }
    } else {
      if !line.hasPrefix("Page") { end() }
      add(line)
    }
  }

  private mutating func add(_ line: Substring) {
    for word in line.split(whereSeparator: \.isWhitespace) {
      if let page = Self.page(word) {
        ends.append((page, words.count))
      } else if word == "%~%" {
        // Between the halves of a verse.
        words.append("…")
      } else if !Self.isMark(word) {
        words.append(word)
      }
    }
  }

  private mutating func end() {
    let start = text.bytes.count + (text.bytes.isEmpty ? 0 : 1)
    if !words.isEmpty { text.append(words.joined(separator: " ").utf8, kind) }
    var (place, done) = (start, 0)
    for (number, count) in ends {
      text.structure.pages.append(.init(number, at: TextOffset(min(pageStart, text.bytes.count))))
      place += words[done..<count].reduce(0) { $0 + $1.utf8.count + 1 }
      (pageStart, done) = (place, count)
    }
    (words, ends, kind) = ([], [], nil)
  }

  /// A paragraph without the mark of what it is, as `$RWY$` for what is handed down or `$$` for a life.
  private static func withoutUnit(_ line: Substring) -> Substring {
    let name = line.dropFirst().prefix {
      $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_")
    }
    guard line.hasPrefix("$"), !name.isEmpty, line[name.endIndex...].hasPrefix("$") else {
      return line.drop { $0 == "$" }
    }
    return line[name.endIndex...].drop { $0 == "$" }
  }

  /// The number of the page that the mark `word` ends.
  private static func page(_ word: Substring) -> Int? {
    guard word.hasPrefix("PageV"), let letter = word.lastIndex(of: "P"), letter > word.startIndex
    else { return nil }
    return Int(word[word.index(after: letter)...].prefix { $0.isASCII && $0.isNumber })
  }

  /// Whether `word` is a mark for programs: `ms001`, `@PER02`, `AUTO`, `CHECK`.
  private static func isMark(_ word: Substring) -> Bool {
    if ["AUTO", "CHECK", "EDITOR|", "PARATEXT|"].contains(word) { return true }
    if word.hasPrefix("ms"), word.count > 2 {
      return word.dropFirst(2).allSatisfy { $0.isASCII && ($0.isNumber || $0.isUppercase) }
    }
    return word.hasPrefix("@") && word.dropFirst().first?.isUppercase == true
  }
}
