import Platform

/// What of a PDF is read, where that is not all of it as it is.
enum PDFCopy {
  /// The program that makes a copy, and the Debian package that has it.
  static let program = "qpdf"

  /// How far from the beginning a PDF may begin, and from the end its end may stand, in bytes (ISO 32000-1, annex H.3,
  /// notes 13 and 18).
  private static let edge = 1024

  /// `bytes` from where the PDF begins.
  static func withoutJunk(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(edge + 5))
    guard let start = PDFStreams.find("%PDF-", in: head, from: 0) else { return bytes }
    return UnsafeBufferPointer(rebasing: bytes[start...])
  }

  /// Whether the mark of the end is missing in `bytes`: they were cut.
  static func isCut(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let foot = UnsafeBufferPointer(rebasing: bytes.suffix(edge))
    return PDFStreams.find("%%EOF", in: foot, from: 0) == nil
  }

  /// A copy of `bytes` by `qpdf` that is not locked against changes, whose objects are found and each by itself.
  ///
  /// - Returns: the copy; `nil` where the program is not installed, needs a password or comes to a limit.
  static func unlocked(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let command = [program, "--decrypt", "--object-streams=disable", "/dev/stdin", "-"]
    let allowance = ChildProgram.Allowance(
      time: PDFDocument.allowance.time, output: SourceFormat.pdf.longest,
      memory: PDFDocument.allowance.memory)
    guard let result = try? ChildProgram.run(command, on: [bytes], within: allowance),
      // 3: there were warnings, and the copy was made.
      result.limit == nil, result.status == 0 || result.status == 3
    else { return nil }
    return result.output
  }
}
