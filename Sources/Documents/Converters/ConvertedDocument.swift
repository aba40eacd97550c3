import ArabicText
import Glibc
import Platform

/// Makes a text of a file by a program of the person's own, whose output is a page or a text.
enum ConvertedDocument {
  /// What a converter may take: 60 s, 64 MiB of output, 2 GiB of memory.
  static let allowance = ChildProgram.Allowance(
    time: .seconds(60), output: 64 << 20, memory: 2 << 30)

  /// The document of the file at `path`, of a converter that may take `allowance`.
  ///
  /// - Throws: ``DocumentError``: ``DocumentError/noConverter(_:program:)`` where the program is not there.
  static func read(
    _ path: String, by converter: Converter, _ extent: Extent,
    within allowance: ChildProgram.Allowance = allowance
  ) throws(DocumentError) -> Document {
    var text = try output(of: path, by: converter, allowance).withUnsafeBufferPointer {
      output throws(DocumentError) in
      try self.text(of: output, path, extent)
    }
    guard !text.bytes.isEmpty else { throw .wordless(path) }
    if text.isGlued { text.warn([.gluedWords]) }
    let program = converter.program.split(separator: "/").last.map(String.init) ?? ""
    let inner = text.structure.extractor
    text.structure.extractor = .init("\(program)+\(inner.name)", version: inner.version)
    text.structure.format = format(of: path)
    return text.document(name: path)
  }

  /// The name of the format: what stands behind the last point of the file's name.
  private static func format(of path: String) -> String {
    let name = DocumentLoader.shownName(ofFile: path)
    guard let dot = name.lastIndex(of: ".") else { return "converted" }
    return name[name.index(after: dot)...].lowercased()
  }

  private static func output(
    of path: String, by converter: Converter, _ allowance: ChildProgram.Allowance
  ) throws(DocumentError) -> [UInt8] {
    guard let command = converter.command(for: path) else {
      throw .noPlaceholder(path, pattern: converter.pattern)
    }
    let result: ChildProgram.Result
    do throws(FileError) {
      var program = ChildProgram(command)
      program.hasOwnGroup = true
      result = try program.run(within: allowance)
    } catch {
      throw .noConverter(path, program: converter.program)
    }
    return try result.output(of: path, by: converter.program, allowance)
  }

  /// The text in the output: of a whole page the article or all of it, of a part of a page all of it,
  /// since a converter puts nothing around an article.
  private static func text(
    of output: UnsafeBufferPointer<UInt8>, _ path: String, _ extent: Extent
  ) throws(DocumentError) -> ExtractedText {
    guard !output.isEmpty else { throw .wordless(path) }
    let start = output.prefix(4096).drop { $0 <= 0x20 || $0 >= 0x80 }
    let isMarkup =
      start.first == 0x3C
      && start.dropFirst().first.map { $0 == 0x21 || (0x41...0x7A).contains($0) } ?? false
    if isMarkup {
      let head = String(decoding: start.prefix(1024), as: UTF8.self).lowercased()
      let isPage = head.hasPrefix("<!doctype") || head.hasPrefix("<html") || head.hasPrefix("<?xml")
      var extent = extent
      if !isPage { extent.part = .wholePage }
      var text = try DocumentLoader.text(of: output, .html, name: path, encoding: nil, extent)
      if !isPage { text.structure.warnings.removeAll { $0 == .noArticle } }
      return text
    }
    return try DocumentLoader.decoded(output, path, nil) { bytes throws(DocumentError) in
      var text = ExtractedText(
        DocumentStructure(format: "text", extractor: .init("text", version: 1)))
      var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
      while lines.last?.isEmpty == true { lines.removeLast() }
      for line in lines { text.append(line.last == 0x0D ? line.dropLast() : line) }
      return text
    }
  }
}
