import CMarkup

/// The words by which pages say what their parts are, of the table `page_words.tsv`.
struct PageWords: Sendable {
  /// What words say.
  enum Meaning: String, Sendable {
    /// Names of elements beside the article, under a picture, of the article itself, of its labels, of its lead, of
    /// who wrote a post.
    case surroundings, caption, body, labels, lead, posters
    /// How a lead to other articles begins, the heading of comments, and with a number, what rules of a site hold, how a site asks to
    /// be followed, how it praises what it has, what writers are, the heading of sources, the first words of the names of sites, titles that say nothing.
    case others, comments, counted, site, follow, promotes, writers, sources, names, untitled
    /// The words of labels; see ``LabelWords``.
    case buttons, bylines, signed, told, subjects, counts, time, beside, sentence
  }

  /// The words that come with the program.
  static let builtIn = PageWords()

  private var rows: [Meaning: [String]] = [:]
  /// The words of labels, to be looked up.
  private let labels: [Meaning: Set<Substring>]
  /// The words of rules of the site, in UTF-8.
  private let siteRules: [[UInt8]]
  /// The beginnings of what praises the site, and of leads to other articles, in UTF-8.
  private let (praises, leads): ([[UInt8]], [[UInt8]])

  private init() {
    let data = rawi_page_words()
    let table = String(
      decoding: UnsafeBufferPointer(start: data.bytes, count: data.count), as: UTF8.self)
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t")
      guard columns.count == 2, let meaning = Meaning(rawValue: String(columns[0])) else {
        continue
      }
      rows[meaning, default: []] += columns[1].split(separator: "|").map {
        String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
    }
    siteRules = (rows[.site] ?? []).map { Array($0.utf8) }
    praises = (rows[.promotes] ?? []).map { Array($0.utf8) }
    leads = (rows[.others] ?? []).map { Array($0.utf8) }
    let ofLabels: [Meaning] = [.buttons, .bylines, .subjects, .counts, .time, .beside, .sentence]
    var labels: [Meaning: Set<Substring>] = [:]
    for meaning in ofLabels { labels[meaning] = Set((rows[meaning] ?? []).map { $0[...] }) }
    self.labels = labels
  }

  /// The words that have `meaning`.
  subscript(meaning: Meaning) -> [String] { rows[meaning] ?? [] }

  /// Whether `text` announces other articles.
  func announcesOthers(_ text: String) -> Bool {
    let text = Self.bare(bytes: text.utf8)
    return leads.contains { Self.begins(text, with: $0) }
  }

  /// Whether `text` asks to follow the site.
  func asksToFollow(_ text: String) -> Bool {
    let text = Self.bare(text)
    return self[.follow].contains { text.hasPrefix($0) }
  }

  /// Whether `text`, in UTF-8, praises what the site has beside its articles: a newsletter, an application, a plea for
  /// money.
  func promotes(_ text: [UInt8]) -> Bool {
    let text = Self.bare(bytes: Self.beginning(of: text))
    return praises.contains { Self.begins(text, with: $0) }
  }

  /// Whether `text`, in UTF-8, begins as what is told of a writer does: `كاتبة وصحافية تقيم في …`.
  func tellsOfWriter(_ text: [UInt8]) -> Bool {
    let beginning = String(decoding: Self.beginning(of: text), as: UTF8.self)
    let words = Self.bare(beginning).split { !$0.isLetter }
    return words.first.map { self[.writers].contains(String($0)) } ?? false
  }

  /// The first bytes of `text`, as many as the longest of the words here has with its vowel signs.
  private static func beginning(of text: [UInt8]) -> ArraySlice<UInt8> { text.prefix(96) }

  /// Whether `bytes` begin with `part`.
  ///
  /// Not `hasPrefix` of strings, which brings both into a normal form first: of half a million paragraphs it took most of
  /// the time.
  private static func begins(_ bytes: [UInt8], with part: [UInt8]) -> Bool {
    guard part.count <= bytes.count else { return false }
    return part.indices.allSatisfy { bytes[$0] == part[$0] }
  }

  /// Whether `words`, with one space between two, are one of those of labels that mean `meaning`.
  func has(_ words: Substring, _ meaning: Meaning) -> Bool {
    labels[meaning]?.contains(words) ?? false
  }

  /// Whether `text` is the heading of comments: `التعليقات`, `التعليقات (2)`, `3 تعليقات على “…”`.
  func beginsComments(_ text: String) -> Bool {
    let text = Self.bare(text)
    if self[.comments].contains(text) { return true }
    // The title that they are on stands between marks of quotation.
    let open = text.firstIndex { "“”\"«„".contains($0) }
    var words = text[..<(open ?? text.endIndex)].split { !$0.isLetter && !$0.isNumber }
    if open != nil, let last = words.last, ["على", "on", "to", "حول"].contains(last) {
      words.removeLast()
    }
    let names = words.filter { !$0.contains(where: \.isNumber) }
    let name = names.joined(separator: " ")
    guard !name.isEmpty, names.count <= 3 else { return false }
    let isCounted = open != nil || names.count < words.count
    return isCounted && (self[.comments].contains(name) || self[.counted].contains(name))
  }

  /// Whether `text` is the heading of what an article draws on.
  func beginsSources(_ text: String) -> Bool { self[.sources].contains(Self.bare(text)) }

  /// Whether `text`, a few words before a title, is the name of the site, which may be known to be `site`.
  func namesSite(_ text: String, _ site: String?) -> Bool {
    if let site, text == site { return true }
    let words = text.split(separator: " ")
    return (2...4).contains(words.count) && self[.names].contains { $0 == words[0] }
  }

  /// Whether `text`, in UTF-8, tells rules of the site.
  ///
  /// - Complexity: O(*n*).
  func speaksOfSite(_ text: [UInt8]) -> Bool {
    var bare: [UInt8] = []
    bare.reserveCapacity(text.count)
    for byte in text {
      // Vowel signs, U+064B to U+0652.
      if bare.last == 0xD9, (0x8B...0x92).contains(byte) {
        bare.removeLast()
      } else {
        bare.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
    }
    return siteRules.contains { Self.stands($0, in: bare) }
  }

  /// Whether `part` stands in `bytes`.
  ///
  /// Not `firstRange(of:)`, which is generic and took two fifths of the time of a page.
  private static func stands(_ part: [UInt8], in bytes: [UInt8]) -> Bool {
    guard let last = part.last, part.count <= bytes.count else { return part.isEmpty }
    return (part.count - 1..<bytes.count).contains { end in
      bytes[end] == last && bytes[end - part.count + 1...end].elementsEqual(part)
    }
  }

  /// `text` in small letters, without vowel signs and the signs around it.
  static func bare(_ text: String) -> String {
    String(decoding: bare(bytes: text.utf8), as: UTF8.self)
  }

  /// The signs around the words of a line, in UTF-8.
  private static let signs = [
    ":", ".", "…", "؟", "!", "|", " ", "-", "«", "»", "*", "(",
  ].map { Array($0.utf8) }

  /// `text`, in UTF-8, in small letters, without vowel signs and the signs around it.
  private static func bare(bytes text: some Collection<UInt8>) -> [UInt8] {
    // Letters that have small ones beside those of ASCII.
    if text.contains(where: { (0xC3...0xD5).contains($0) || $0 == 0xE1 }) {
      return bareOfASCII(String(decoding: text, as: UTF8.self).lowercased().utf8)
    }
    return bareOfASCII(text)
  }

  private static func bareOfASCII(_ text: some Collection<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(text.count)
    for byte in text {
      if kept.last == 0xD9, (0x8B...0x92).contains(byte) {
        kept.removeLast()
      } else {
        kept.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
    }
    var (start, end) = (0, kept.count)
    while let sign = signs.first(where: { kept[start..<end].starts(with: $0) }) {
      start += sign.count
    }
    while let sign = signs.first(where: { sign in
      end - start >= sign.count && kept[end - sign.count..<end].elementsEqual(sign)
    }) {
      end -= sign.count
    }
    return Array(kept[start..<end])
  }
}
