import Annotations
import ArabicText
import Corrections
import Documents
import Glibc
import Interface
import Platform
import Reader
import Screen
import TestSupport
import Testing

@testable import ReaderRuntime

/// Files that are too long to be read are told of, with their names and the most that is read.
struct LimitTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: UserList.allCases)
  func `a list of the person's that is too long is told of`(list: UserList) throws {
    let path = try folder.file(list.rawValue, "".utf8)
    try #require(truncate(path, 1 << 30) == 0)
    let setup = AnalysisSetup(model: .none, folder: DataFolder(path: folder.path))
    let document = Document("قالت ليلى الحداد.")
    var told: [String] = []
    var isFinished = false
    setup.analyze(document, first: document.text.span, isCancelled: { false }) { answer in
      switch answer {
      case .listProblem(let problem): told.append(problem.phrase.string(in: .english))
      case .analysis(_, .finished): isFinished = true
      default: break
      }
    }
    #expect(told.count == 1)
    #expect(told.first?.contains(path) == true)
    #expect(told.first?.contains("KiB") == true)
    #expect(isFinished)
  }

  @Test func `a history that is too long is told of and stays as it is`() throws {
    let world = try FakeWorld()
    let path = try #require(UserFolder.state.path(of: "history", world.store.environment))
    try Folder.make(FilePath.folder(of: path))
    try FileReplacement.replace(path, with: "/x\n", isDurable: false)
    try #require(truncate(path, 1 << 30) == 0)
    world.play([.perform { #expect(world.notice == .historyUnread) }, FakeWorld.quit])
    var status = stat()
    try #require(stat(path, &status) == 0)
    #expect(status.st_size == 1 << 30)
    let message = Notice(
      .historyUnread, .phrase(FileError(path: path, reason: .tooLong(limit: 4 << 20)).phrase))
    for language in [Language.english, .arabic] {
      #expect(message.phrase.string(in: language).contains(path))
      #expect(!message.phrase.string(in: language).contains("{"))
    }
  }

  @Test func `only a regular file is a file that can be read anew`() throws {
    let pipe = folder.path + "/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    let file = try folder.file("a.txt", "خبر".utf8)
    let files = DiskFiles(keyWait: .seconds(60))
    #expect(files.isStream(.file(pipe)))
    #expect(files.isStream(.file("/dev/zero")))
    for path in [file, folder.path, folder.path + "/none"] {
      #expect(!files.isStream(.file(path)))
    }
    #expect(files.condition(ofFile: pipe) == .gone)
    guard case .there = files.condition(ofFile: file) else {
      Issue.record("a file was not found")
      return
    }
    guard case .failure(let error) = files.load(.file(pipe), encoding: nil, extent: .article) else {
      Issue.record("a pipe was read")
      return
    }
    #expect(error == .notAFile(pipe))
  }
}
