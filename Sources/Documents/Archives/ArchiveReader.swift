import ArabicText
import CArchives
import Glibc

/// Reads what is packed, by libarchive, which is opened when the first archive is read.
///
/// Nothing is ever written: names in an archive are looked up and lead nowhere.
struct ArchiveReader: ~Copyable {
  /// Why an archive is not read.
  enum Failure: Error, Hashable {
    /// libarchive is not installed.
    case noLibrary
    /// There is no memory left.
    case noMemory
    /// It is cut, or no archive.
    case damaged
    /// It was packed more often than libarchive unpacks.
    case tooManyLayers
    /// It needs a password.
    case encrypted
    /// It unpacks to so much more than it is that it was made to fill memory.
    case bomb
    /// It unpacks to more than ``Allowance/total``.
    case tooLong
    /// It has more than ``Allowance/members``.
    case tooMany
    /// It takes longer than ``Allowance/time``.
    case slow
  }

  /// What an archive may take.
  struct Allowance: Sendable {
    /// The most bytes that come of it.
    var total = 256 << 20
    /// How many times its own length comes of it at most, beyond ``free``; real ones have 15 at most.
    var ratio = 100
    /// How many bytes may come of it whatever its own length, which is short for texts that repeat.
    var free = 10 << 20
    /// The most members.
    var members = 10_000
    /// How long reading may take.
    var time = Duration.seconds(30)
  }

  private let archive: OpaquePointer
  private let byteCount: Int
  private let allowance: Allowance
  private let deadline: ContinuousClock.Instant
  private var memberCount = 0
  /// How many bytes have come of it.
  private(set) var total: Int

  /// Opens `bytes`, which stay as they are as long as the reader lives.
  ///
  /// - Parameters:
  ///   - bytes: the archive.
  ///   - kind: what it is.
  ///   - allowance: what it may take.
  ///   - before: how many bytes have come of it in earlier readings.
  /// - Throws: ``Failure``.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ kind: rawi_archive_kind, _ allowance: Allowance,
    before: Int = 0
  ) throws(Failure) {
    var opened: OpaquePointer?
    let outcome = rawi_archive_open(bytes.baseAddress, bytes.count, kind, &opened)
    guard let opened else { throw Self.failure(outcome) }
    archive = opened
    byteCount = bytes.count
    self.allowance = allowance
    deadline = .now + allowance.time
    total = before
  }

  deinit { rawi_archive_close(archive) }

  private static func failure(_ outcome: rawi_archive_outcome) -> Failure {
    switch outcome {
    case rawi_archive_no_library: .noLibrary
    case rawi_archive_no_memory: .noMemory
    case rawi_archive_too_many_layers: .tooManyLayers
    default: .damaged
    }
  }

  /// Goes to the next member; `false` where there is none.
  ///
  /// - Throws: ``Failure``.
  mutating func next() throws(Failure) -> Bool {
    let outcome = rawi_archive_next(archive)
    if outcome == rawi_archive_end { return false }
    guard outcome == rawi_archive_ok else { throw Self.failure(outcome) }
    memberCount += 1
    guard memberCount <= allowance.members else { throw .tooMany }
    guard deadline > .now else { throw .slow }
    return true
  }

  /// The name of the member, with its folders; its number where it has none that can be read, as where it is said
  /// to be UTF-8 and is not.
  var name: String { rawi_archive_name(archive).map { String(cString: $0) } ?? "\(memberCount)" }

  /// Hands the bytes of the member to `take` piece by piece, until it wants no more.
  ///
  /// - Throws: ``Failure``.
  /// - Complexity: O(*n*) in the bytes.
  mutating func read(_ take: (UnsafeBufferPointer<UInt8>) -> Bool) throws(Failure) {
    guard rawi_archive_is_encrypted(archive) == 0 else { throw .encrypted }
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 128 << 10, alignment: 16)
    defer { room.deallocate() }
    while true {
      let count = rawi_archive_read(archive, room.baseAddress, room.count)
      guard count >= 0 else { throw .damaged }
      if count == 0 { return }
      total += count
      guard total <= allowance.total else { throw .tooLong }
      guard total <= allowance.free || total / allowance.ratio <= byteCount else { throw .bomb }
      guard deadline > .now else { throw .slow }
      guard take(UnsafeBufferPointer(rebasing: room.bindMemory(to: UInt8.self)[..<count])) else {
        return
      }
    }
  }
}

extension DocumentError {
  /// The error of an archive that was not read.
  init(_ failure: ArchiveReader.Failure, _ name: String) {
    let allowance = ArchiveReader.Allowance()
    self =
      switch failure {
      case .noLibrary: .missingPackage(name, "libarchive13")
      case .noMemory: .failed(name, ENOMEM)
      case .damaged: .damaged(name)
      case .tooManyLayers: .packedTooOften(name)
      case .encrypted: .encrypted(name)
      case .bomb: .bomb(name)
      case .tooLong: .overLimit(name, limit: allowance.total)
      case .tooMany:
        .refused(name, by: "libarchive", because: "more than \(allowance.members) members")
      case .slow: .refused(name, by: "libarchive", because: "more than \(allowance.time)")
      }
  }
}
