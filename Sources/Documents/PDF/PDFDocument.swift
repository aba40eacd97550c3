import ArabicText
import EntityModel
import Platform

/// Makes a text of a PDF by poppler's `pdftotext`.
///
/// As a process of its own, which no crash and no appetite of it reaches us through; it is given the bytes
/// and no name, so nothing of a name is read as an option. Its default mode keeps columns apart; what it
/// leaves wrong in Arabic is put right in ``PDFLigatures`` and ``PDFUnnamed`` before, and in ``PDFDashes``, ``PDFTornWords``,
/// ``PDFColumns``, ``PDFLetters``, ``PDFTurnedEnds``, ``PDFSignGaps``, ``CutWords``, ``LetterPairs`` and ``PDFPages`` behind.
enum PDFDocument {
  /// The rules that are in this folder; see ``DocumentStructure/Extractor/version``.
  static let extractor = DocumentStructure.Extractor("pdf", version: 16)

  /// What `pdftotext` may take: 30 s, 64 MiB of text, 1 GiB of memory.
  static let allowance = ChildProgram.Allowance(
    time: .seconds(30), output: 64 << 20, memory: 1 << 30)

  /// The text of `bytes`, called `name` in errors.
  ///
  /// - Throws: ``DocumentError``.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String
  ) throws(DocumentError) -> ExtractedText {
    let bytes = PDFCopy.withoutJunk(bytes)
    let (first, update) = try turned(bytes, name)
    // Where letters stand the wrong way round, and nothing can be put behind the file to turn them.
    let faults = update.bytes.isEmpty ? LetterPairs.faults(in: first.bytes) : 0
    if faults > 0, let copy = PDFCopy.unlocked(bytes) {
      let better: ExtractedText? = try copy.withUnsafeBufferPointer {
        copy throws(DocumentError) -> ExtractedText? in
        let (second, update) = try turned(copy, name)
        guard LetterPairs.faults(in: second.bytes) < faults else { return nil }
        return try text(of: second, copy, update, name)
      }
      if var better {
        better.warn(first.warnings)
        return better
      }
    }
    return try text(of: first, bytes, update, name)
  }

  /// The text of what `pdftotext` has written of `bytes` and `update`.
  private static func text(
    of first: Written, _ bytes: UnsafeBufferPointer<UInt8>, _ update: PDFLigatures.Update,
    _ name: String
  ) throws(DocumentError) -> ExtractedText {
    var output = PDFDashes.restored(in: first.bytes)
    // What tells where the words stand is more by far than they are; without it they are read as they come.
    guard let layout = try? converted(bytes, update.bytes, name, ["-bbox-layout"]).bytes else {
      var text = try text(of: output, name, update.unnamed)
      text.warn(first.warnings)
      return text
    }
    let boxes = PDFBoxes(layout)
    if let area = boxes.beyondEdges,
      let whole = try? converted(
        bytes, update.bytes, name,
        ["-x", "\(area.left)", "-y", "0", "-W", "\(area.width)", "-H", "\(area.height)"]),
      whole.bytes.count > output.count
    {
      output = PDFDashes.restored(in: whole.bytes)
    }
    var unsurePages: [Int] = []
    if PDFColumns.mayBeNeeded(output, boxes) {
      (output, unsurePages) = PDFColumns.read(output, by: boxes)
    }
    output = PDFTornWords(layout).joined(in: output)
    let notes = PDFNotes(layout)
    var text = try text(of: output, name, update.unnamed, title: notes.title, boxes.bands)
    text.warn(first.warnings)
    if let first = notes.turnedPages.first {
      text.warn([.turnedPages(count: notes.turnedPages.count, first: first)])
    }
    if let first = unsurePages.first {
      text.warn([.unsureOrder(count: unsurePages.count, first: first)])
    }
    let overprints = PDFOverprints(layout)
    if overprints.count > 0 {
      text.warn([.printedOver(count: overprints.count, example: overprints.example)])
    }
    let pictures = try picturePages(of: bytes, name, among: notes.emptyPages)
    if let first = pictures.first {
      text.warn([.picturePages(count: pictures.count, first: first)])
    }
    return text
  }

  /// What a program of poppler has written.
  private struct Written {
    var bytes: [UInt8]
    /// What it says of the file, where it cannot read all of it: it goes on, and its status is 0.
    var damage: String?
    /// Whether the end of the file is missing.
    var isCut: Bool

    var warnings: [DocumentStructure.Warning] {
      damage.map { isCut ? [.endsEarly] : [.damaged(reason: $0)] } ?? []
    }
  }

  /// What `pdftotext` writes of `bytes`, and the update behind them of which it does: that of ``PDFLigatures``
  /// where fewer words show the fault with its letters turned than without, as in files that turn them themselves.
  private static func turned(
    _ bytes: UnsafeBufferPointer<UInt8>, _ name: String
  ) throws(DocumentError) -> (output: Written, update: PDFLigatures.Update) {
    let update = PDFLigatures.update(of: bytes)
    guard !update.bytes.isEmpty, let output = try? converted(bytes, update.bytes, name) else {
      var none = PDFLigatures.Update()
      none.unnamed.areOfClusters = update.unnamed.areOfClusters
      return (try converted(bytes, [], name), none)
    }
    let faults = LetterPairs.faults(in: output.bytes)
    guard faults > 0 else { return (output, update) }
    let other = PDFLigatures.update(of: bytes, turns: false)
    let plain = try converted(bytes, other.bytes, name)
    return faults < LetterPairs.faults(in: plain.bytes) ? (output, update) : (plain, other)
  }

  /// Those of `pages` that hold a picture: others are empty paper.
  private static func picturePages(
    of bytes: UnsafeBufferPointer<UInt8>, _ name: String, among pages: [Int]
  ) throws(DocumentError) -> [Int] {
    guard !pages.isEmpty,
      let list = try? output(of: ["pdfimages", "-list", "-"], bytes, [], name).bytes
    else { return [] }
    // A table with the number of the page at the beginning of each row.
    let numbers = list.split(separator: 0x0A).compactMap { row in
      row.split(separator: 0x20).first.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
    }
    return pages.filter(Set(numbers).contains)
  }

  /// The text of `output`, what `pdftotext` writes.
  ///
  /// - Throws: ``DocumentError/scanned(_:)`` where there is next to nothing in it.
  static func text(
    of output: [UInt8], _ name: String, _ unnamed: PDFUnnamed = .init(), title: String? = nil,
    _ bands: [PDFHeads.Bands]? = nil
  ) throws(DocumentError) -> ExtractedText {
    var pages = PDFPages(output, bands)
    var text = ExtractedText(DocumentStructure(format: "pdf", extractor: extractor))
    let (lines, unsure) = unnamed.read(pages.lines, by: .builtIn)
    pages.lines = lines
    if let example = unsure.first {
      text.warn([.unsureLetters(count: unsure.count, example: example)])
    }
    if unnamed.areOfClusters, PDFDoubledLam.isNeeded(in: pages.lines, .builtIn) {
      pages.lines = pages.lines.map { $0.map(PDFDoubledLam.repaired) }
    }
    if unnamed.areOfClusters, PDFSharedAlef.isNeeded(in: pages.lines),
      let likelihood = WordLikelihood.builtIn
    {
      pages.lines = pages.lines.map {
        $0.map { PDFSharedAlef.repaired($0, by: likelihood) }
      }
      text.warn([.brokenLetters])
    }
    var check = PDFCheck(pages: pages.lines)
    if check.isScanned { throw .scanned(name) }
    // Where a wrong text stands behind the letters, no word is to be made of them.
    if !check.warnings.contains(.brokenLetters),
      var cut = CutWords(likelihood: .builtIn, lines: pages.lines.joined())
    {
      pages.lines = pages.lines.map { $0.map { cut.joined($0) } }
    }
    if LetterPairs.isNeeded(in: pages.lines.flatMap(\.self)) {
      var pairs = LetterPairs(likelihood: .builtIn)
      pages.lines = pages.lines.map { $0.map { pairs.repaired($0) } }
      check = PDFCheck(pages: pages.lines)
      if let example = pairs.unsure.first {
        text.warn([.unsureLetters(count: pairs.unsureCount, example: example)])
      }
    } else {
      pages.lines = pages.lines.map { $0.map(LetterPairs.withCertain) }
    }
    text.warn(check.warnings)
    text.structure.title = title
    var paragraphs = pages.paragraphs
    let headline = title.flatMap { PDFTitle.place(of: $0, in: paragraphs) }
    let first = headline == nil ? PDFTitle.headline(of: paragraphs) : nil
    if title == nil, let first {
      text.structure.title = String(String.UnicodeScalarView(paragraphs[first].words))
    }
    if let headline {
      let parts = paragraphs[headline]
      paragraphs.replaceSubrange(
        headline,
        with: [
          .init(
            words: Array(parts.map(\.words).joined(separator: [" "])), pages: parts.flatMap(\.pages)
          )
        ])
    }
    for (index, paragraph) in paragraphs.enumerated() {
      let start = text.bytes.count + (text.bytes.isEmpty ? 0 : 1)
      text.append(
        String(String.UnicodeScalarView(paragraph.words)).utf8,
        PDFTitle.kind(of: paragraph, at: index, headline?.lowerBound ?? first))
      for page in paragraph.pages {
        text.structure.pages.append(.init(page, at: TextOffset(start)))
      }
    }
    return text
  }

  /// What `pdftotext` writes of `bytes` and `update` behind them with these options.
  private static func converted(
    _ bytes: UnsafeBufferPointer<UInt8>, _ update: [UInt8], _ name: String, _ options: [String] = []
  ) throws(DocumentError) -> Written {
    try output(of: ["pdftotext", "-enc", "UTF-8"] + options + ["-", "-"], bytes, update, name)
  }

  /// What a program of poppler, called by `words`, writes when it is given `bytes` and `update` behind them.
  private static func output(
    of words: [String], _ bytes: UnsafeBufferPointer<UInt8>, _ update: [UInt8], _ name: String
  ) throws(DocumentError) -> Written {
    let result: ChildProgram.Result
    do throws(FileError) {
      result = try update.withUnsafeBufferPointer { update throws(FileError) in
        try ChildProgram.run(words, on: [bytes, update], within: allowance)
      }
    } catch {
      if error.reason == .missing { throw .missingPackage(name, "poppler-utils") }
      throw .refused(name, by: words[0], because: "\(error)")
    }
    // Its messages are in English whatever the locale; neither password of a PDF is known here.
    if result.status != 0, result.lastError.contains("Incorrect password") {
      throw .encrypted(name)
    }
    let isCut = PDFCopy.isCut(bytes)
    if result.status != 0, result.limit == nil, isCut { throw .damaged(name) }
    return Written(
      bytes: try result.output(of: name, by: words[0], allowance),
      damage: result.lastError.contains("Error") ? result.lastError : nil, isCut: isCut)
  }
}
