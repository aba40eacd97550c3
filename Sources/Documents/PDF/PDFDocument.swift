import ArabicText
import EntityModel
import Glibc
import Platform

/// Makes a text of a PDF by poppler's `pdftotext`.
///
/// As a process of its own, which no crash and no appetite of it reaches us through; it is given the bytes
/// and no name, so nothing of a name is read as an option. Its default mode keeps columns apart; what it
/// leaves wrong in Arabic is put right in ``PDFDashes``, ``PDFColumns``, ``PDFLetters``, ``CutWords``,
/// ``LetterPairs`` and ``PDFPages``.
enum PDFDocument {
  /// The rules that are in this folder; see ``DocumentStructure/Extractor/version``.
  static let extractor = DocumentStructure.Extractor("pdf", version: 4)

  /// What `pdftotext` may take: 30 s, 64 MiB of text, 1 GiB of memory.
  static let allowance = ChildProgram.Allowance(
    time: .seconds(30), output: 64 << 20, memory: 1 << 30)

  /// The text of `bytes`, called `name` in errors.
  ///
  /// - Throws: ``DocumentError``.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String
  ) throws(DocumentError) -> ExtractedText {
    var output = PDFDashes.restored(in: try converted(bytes, name))
    if PDFColumns.mayBeNeeded(output), let boxes = try? converted(bytes, name, ["-bbox-layout"]) {
      output = PDFColumns.arranged(output, by: PDFBoxes(boxes))
    }
    return try text(of: output, name)
  }

  /// The text of `output`, what `pdftotext` writes.
  ///
  /// - Throws: ``DocumentError/scanned(_:)`` where there is next to nothing in it.
  static func text(
    of output: [UInt8], _ name: String
  ) throws(DocumentError) -> ExtractedText {
    var pages = PDFPages(output)
    var text = ExtractedText(DocumentStructure(format: "pdf", extractor: extractor))
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
    } else {
      pages.lines = pages.lines.map { $0.map(LetterPairs.withCertain) }
    }
    text.structure.warnings = check.warnings
    for paragraph in pages.paragraphs {
      let start = text.bytes.count + (text.bytes.isEmpty ? 0 : 1)
      text.append(String(String.UnicodeScalarView(paragraph.words)).utf8)
      for page in paragraph.pages {
        text.structure.pages.append(.init(page, at: TextOffset(start)))
      }
    }
    return text
  }

  /// What `pdftotext` writes of `bytes` with these options.
  private static func converted(
    _ bytes: UnsafeBufferPointer<UInt8>, _ name: String, _ options: [String] = []
  ) throws(DocumentError) -> [UInt8] {
    let result: ChildProgram.Result
    do throws(FileError) {
      let file = try Descriptor.unnamedFile()
      defer { close(file) }
      guard write(bytes, to: file) else { throw FileError(path: name, errno: errno) }
      var program = ChildProgram(["pdftotext", "-enc", "UTF-8"] + options + ["-", "-"])
      program.input = .descriptor(file)
      result = try program.run(within: allowance)
    } catch {
      if error.reason == .missing { throw .missingPackage(name, "poppler-utils") }
      throw .refused(name, by: "pdftotext", because: "\(error)")
    }
    // Its messages are in English whatever the locale; neither password of a PDF is known here.
    if result.status != 0, result.lastError.contains("Incorrect password") {
      throw .encrypted(name)
    }
    return try result.output(of: name, by: "pdftotext", allowance)
  }

  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(file, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return lseek(file, 0, SEEK_SET) == 0
  }
}
