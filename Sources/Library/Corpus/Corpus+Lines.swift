import ArabicText
import Documents
import Glibc
import Platform

extension Corpus {
  func lines(of path: String, _ take: (CorpusDocument) -> Bool) -> Bool {
    let descriptor = PathCalls.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else {
      let failure = CorpusFailure.stream(path, errno)
      return take(CorpusDocument(id: .string(path), content: .failure(failure)))
    }
    defer { close(descriptor) }
    return lines(in: descriptor, path: path, take)
  }

  /// How much of a file tells whether it is in UTF-16, in bytes.
  private static let sampleLength = 512

  /// Whether an open file is in a charset of more than a byte a letter.
  private func isWide(_ file: Int32) -> Bool {
    var bytes: [UInt8] = Array(repeating: 0, count: Self.sampleLength)
    let count = pread(file, &bytes, bytes.count, 0)
    return DocumentLoader.isWide(bytes.prefix(max(0, count)), encoding: reading.encoding)
  }

  /// Hands over the lines of an open file, which is read whole.
  private func wideLines(
    in descriptor: Int32, path: String, _ take: (CorpusDocument) -> Bool
  ) throws(DocumentError) -> Bool {
    let file = try ReadFile(
      standardInput: descriptor, encoding: reading.encoding, extent: reading.extent)
    return try file.list(isLines: true).map { articles(of: $0, path: path, take) } ?? true
  }

  /// Hands over the lines of an open file, which may be packed.
  func lines(in descriptor: Int32, path: String, _ take: (CorpusDocument) -> Bool) -> Bool {
    let name = FilePath.name(of: path)
    do throws(DocumentError) {
      guard let inside = try UnpackedFile(descriptor, name: name) else {
        return try isWide(descriptor)
          ? wideLines(in: descriptor, path: path, take)
          : lines(LineReader(descriptor), path: path, take)
      }
      guard
        try isWide(inside.descriptor)
          ? wideLines(in: inside.descriptor, path: path, take)
          : lines(LineReader(inside.descriptor), path: path, take)
      else { return false }
      return !inside.isCut || take(damaged(path))
    } catch {
      return take(CorpusDocument(id: .string(path), content: .failure(.file(error))))
    }
  }

  func lines(_ reader: LineReader, path: String, _ take: (CorpusDocument) -> Bool) -> Bool {
    var reader = reader
    var number = 0
    do throws(ReadingFailure) {
      while let line = try reader.next() {
        number += 1
        guard let document = document(line, place(.line(number), of: path)) else { continue }
        if !take(document) { return false }
      }
    } catch {
      let failure = CorpusFailure.stream(FilePath.name(of: path), error.number)
      return take(
        CorpusDocument(id: place(.line(number + 1), of: path).unread, content: .failure(failure)))
    }
    return true
  }

  /// The document of a line; `nil` for one of white space.
  private func document(_ line: LineReader.Line, _ place: ArticlePlace) -> CorpusDocument? {
    guard case .bytes(let bytes) = line else {
      let failure = CorpusFailure.longLine(place.place.number, limit: LineReader.longest)
      return CorpusDocument(id: place.unread, content: .failure(failure))
    }
    if bytes.allSatisfy({ $0 <= 0x20 }) { return nil }
    let line: [UInt8]
    do throws(DocumentError) {
      line = try DocumentLoader.utf8(ofLine: bytes, encoding: reading.encoding)
    } catch {
      return CorpusDocument(id: place.unread, content: .failure(.file(error)))
    }
    if reading.encoding == nil, let byte = Self.firstIllFormed(in: line) {
      return CorpusDocument(
        id: place.unread, content: .failure(.noArticle(place.place, .bytes(at: byte + 1))))
    }
    return document(place, .init(String(decoding: line, as: UTF8.self)))
  }

  /// Where the first bytes of `line` stand that are no UTF-8.
  private static func firstIllFormed(in line: [UInt8]) -> Int? {
    guard String(validating: line, as: UTF8.self) == nil else { return nil }
    return line.withUnsafeBufferPointer { bytes in
      var place = 0
      while place < bytes.count {
        let (value, length) = decodeScalar(bytes, at: place)
        if value == 0xFFFD, !bytes[place...].starts(with: "\u{FFFD}".utf8) { return place }
        place += length
      }
      return nil
    }
  }

  /// Whether the file at `path` begins with an article in a line of JSON.
  static func holdsLines(_ path: String, _ reading: Reading) -> Bool {
    // Opening a pipe and closing it again would end who writes there.
    guard isFile(path) else { return false }
    let descriptor = PathCalls.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return holdsLines(descriptor, name: path, reading)
  }

  /// How much of a packed file is looked at, in bytes.
  private static let judgedBytes = 4 << 20

  /// Whether the open file `descriptor`, which may be packed, begins with an article in a line of JSON.
  package static func holdsLines(_ descriptor: Int32, name: String, _ reading: Reading) -> Bool {
    if let inside = try? UnpackedFile(descriptor, name: name, most: judgedBytes) {
      return beginsWithRecord(inside.descriptor, reading)
    }
    return beginsWithRecord(descriptor, reading)
  }

  private static func beginsWithRecord(_ descriptor: Int32, _ reading: Reading) -> Bool {
    var reader = LineReader(descriptor)
    return (try? reader.beginsWithRecord(field: reading.extent.field)) ?? false
  }
}
