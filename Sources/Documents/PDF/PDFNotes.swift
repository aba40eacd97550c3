import ArabicText

/// What `pdftotext -bbox-layout` tells of a file beside where its lines stand.
struct PDFNotes {
  /// The title of the file, where it is one and not the name of a file or of a program.
  private(set) var title: String?
  /// The numbers, from 1, of the pages without a word.
  private(set) var emptyPages: [Int] = []
  /// The numbers, from 1, of the pages with lines of Arabic that stand upright or on their side.
  private(set) var turnedPages: [Int] = []

  /// The least words of a line that is turned, and how many times as high as wide it is: judgements.
  private static let (leastWords, leastRatio) = (3, 3.0)

  /// Reads `output`, of which each element begins a line.
  ///
  /// - Complexity: O(*n*).
  init(_ output: [UInt8]) {
    var (page, words, isTall, isArabic) = (0, 0, false, false)
    var wordsOfPage = 0
    for row in output.split(separator: 0x0A) {
      let element = row.drop { $0 <= 0x20 }
      if element.starts(with: "<title>".utf8) {
        title = Self.title(String(decoding: element.dropFirst(7), as: UTF8.self))
      } else if element.starts(with: "<page ".utf8) {
        (page, wordsOfPage) = (page + 1, 0)
      } else if element.starts(with: "</page".utf8) {
        if wordsOfPage == 0 { emptyPages.append(page) }
      } else if element.starts(with: "<line ".utf8) {
        (words, isArabic) = (0, false)
        isTall =
          PDFBoxes.box(of: element).map { $0[3] - $0[1] > Self.leastRatio * ($0[2] - $0[0]) }
          ?? false
      } else if element.starts(with: "<word ".utf8) {
        words += 1
        wordsOfPage += 1
        isArabic = isArabic || element.contains { (0xD8...0xDB).contains($0) }
      } else if element.starts(with: "</line".utf8), isTall, isArabic, words >= Self.leastWords,
        turnedPages.last != page
      {
        turnedPages.append(page)
      }
    }
  }

  /// How programs call what nobody has given a title, in small letters.
  private static let placeholders = [
    "microsoft word", "microsoft powerpoint", "powerpoint presentation", "untitled", "slide 1",
    "layout 1", "about:blank", "print",
  ]

  /// The title in `element`, up to its end.
  private static func title(_ element: String) -> String? {
    guard let end = element.firstRange(of: "</title>"),
      let title = HTMLMetadata.plain(unescaped(String(element[..<end.lowerBound])))
    else { return nil }
    let small = title.lowercased()
    let isPlaceholder = placeholders.contains { small.hasPrefix($0) }
    guard title.contains(" "), !title.contains("://"), !title.unicodeScalars.contains("\u{FFFD}"),
      !isPlaceholder, !endsAsFile(small), title.utf8.count <= HTMLMetadata.longestTitle
    else { return nil }
    return title
  }

  private static func unescaped(_ text: String) -> String {
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
    return signs.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  /// Whether a title ends as the name of a file does: a point and two to five letters of ASCII behind it.
  private static func endsAsFile(_ title: String) -> Bool {
    guard let dot = title.lastIndex(of: ".") else { return false }
    let ending = title[title.index(after: dot)...].utf8
    return (2...5).contains(ending.count)
      && ending.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
  }
}
