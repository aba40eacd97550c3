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
  private var known: FileCondition
  /// What was found at the last poll, where it is another.
  private var candidate: FileCondition?

  /// Watches the file at `path`, as it is now.
  init(path: String, in files: any ArticleFiles) {
    self.path = path
    self.files = files
    known = files.condition(ofFile: path)
  }

  /// How long to wait before the next poll: shorter while the file is being written.
  var interval: Duration { candidate != nil ? .milliseconds(150) : .seconds(1) }

  /// What has happened since the last change that was returned; returned once it has lasted from one
  /// poll to the next, so that a file is not read while it is being written.
  ///
  /// While the file system does not answer nothing has happened; a file of which nothing was known when
  /// the watch began has changed when it is found, as it may have meanwhile.
  mutating func poll() -> Change? {
    let now = files.condition(ofFile: path)
    guard now != .unknown, now != known else {
      candidate = nil
      return nil
    }
    if isEager, case .there(let file) = now, case .there(let before) = known,
      file.number == before.number, file.size > before.size
    {
      candidate = nil
      known = now
      return .changed
    }
    guard candidate == now else {
      candidate = now
      return nil
    }
    candidate = nil
    known = now
    return now == .gone ? .gone : .changed
  }
}
