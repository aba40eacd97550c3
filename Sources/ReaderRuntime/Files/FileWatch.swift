/// Notices, from one poll to the next, that a file has been changed by another program.
struct FileWatch {
  /// What has happened to the file.
  enum Change {
    /// Its content may be another.
    case changed
    /// There is no file of that name any more.
    case gone
  }

  private let path: String
  private let files: any ArticleFiles
  /// Whether what is added at the end is told at once, though more may follow.
  var isEager = false
  private var known: FileIdentity?
  /// What was found at the last poll, where it is another.
  private var candidate: (file: FileIdentity?, isSet: Bool) = (nil, false)

  /// Watches the file at `path`, as it is now.
  init(path: String, in files: any ArticleFiles) {
    self.path = path
    self.files = files
    known = files.identity(ofFile: path)
  }

  /// How long to wait before the next poll: shorter while the file is being written.
  var interval: Duration { candidate.isSet ? .milliseconds(150) : .seconds(1) }

  /// What has happened since the last change that was returned; returned once it has lasted from one
  /// poll to the next, so that a file is not read while it is being written.
  mutating func poll() -> Change? {
    let now = files.identity(ofFile: path)
    guard now != known else {
      candidate = (nil, false)
      return nil
    }
    if isEager, let now, let before = known, now.number == before.number, now.size > before.size {
      candidate = (nil, false)
      known = now
      return .changed
    }
    guard candidate.isSet, candidate.file == now else {
      candidate = (now, true)
      return nil
    }
    candidate = (nil, false)
    known = now
    return now == nil ? .gone : .changed
  }
}
