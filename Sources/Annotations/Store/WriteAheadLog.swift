import Platform

/// SQLite's write-ahead log as a file (<https://www.sqlite.org/fileformat2.html#the_write_ahead_log>).
///
/// SQLite takes a log up to the first frame that is not whole, since that is what a crash leaves behind,
/// and says nothing of the rest.
enum WriteAheadLog {
  /// A log is read up to this many bytes; SQLite empties it at some four million.
  private static let limit = 256 << 20

  /// Whether the log `path` has lost changes that were confirmed.
  ///
  /// That is where its head is no head of a log, and where two commits stand behind a frame that is not
  /// whole: the second was begun when the first was on disk, with all before it.
  ///
  /// A log that is not there, or cannot be read, has lost nothing that can be told.
  ///
  /// - Complexity: O(*n*) in the size of the log.
  static func isDamaged(_ path: String) -> Bool {
    guard let bytes = try? WholeFile.bytes(of: path, limit: limit), bytes.count >= 32 else {
      return false
    }
    return bytes.withUnsafeBufferPointer(isDamaged)
  }

  private static func isDamaged(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let magic = number(bytes, 0)
    let pageSize = Int(number(bytes, 8))
    var sum = Checksum(isBigEndian: magic & 1 == 1)
    sum.add(bytes, 0..<24)
    guard magic & ~1 == 0x377F_0682, sum.first == number(bytes, 24), sum.second == number(bytes, 28)
    else { return true }
    guard pageSize >= 512, pageSize <= 65536, pageSize & (pageSize - 1) == 0 else { return true }
    var isWhole = true
    var commitsBehind = 0
    for frame in stride(from: 32, to: bytes.count - pageSize - 23, by: pageSize + 24) {
      // What is left of the log before this one, which is written from its start again.
      guard number(bytes, frame + 8) == number(bytes, 16),
        number(bytes, frame + 12) == number(bytes, 20)
      else {
        isWhole = false
        continue
      }
      if isWhole {
        sum.add(bytes, frame..<frame + 8)
        sum.add(bytes, frame + 24..<frame + 24 + pageSize)
        isWhole = sum.first == number(bytes, frame + 16) && sum.second == number(bytes, frame + 20)
      }
      if !isWhole, number(bytes, frame + 4) != 0 { commitsBehind += 1 }
    }
    return commitsBehind > 1
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt32 {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private struct Checksum {
    let isBigEndian: Bool
    var first: UInt32 = 0
    var second: UInt32 = 0

    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    /// Adds the bytes of `range`, a multiple of eight.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
      for place in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
        let (one, other) = (number(bytes, place), number(bytes, place + 4))
        first &+= (isBigEndian ? one : one.byteSwapped) &+ second
        second &+= (isBigEndian ? other : other.byteSwapped) &+ first
      }
    }
  }
}
