import Annotations
import ArabicText
import Glibc
import Interface
import Reader
import Testing

@Suite struct StoreErrorTests {
  @Test(arguments: [
    StoreError.noHome, .cannotMakeFolder(path: "/p", errno: EACCES),
    .cannotOpen(path: "/p", errno: EISDIR), .cannotOpen(path: "/p", errno: 0),
    .readOnly(path: "/p"), .diskFull(path: "/p"), .damaged(path: "/p"), .busy(path: "/p"),
    .newerSchema(path: "/p", found: 2, known: 1), .exists(path: "/p"),
    .unknownAnnotation(path: "/p"), .noStore(path: "/p"),
    .failed(path: "/p", code: 1, message: "no such table"),
  ])
  func `a person is told in each language what is wrong and where`(_ error: StoreError) {
    for language in [Language.english, .arabic] {
      let message = error.message(in: language)
      #expect(error == .noHome || message.contains("/p"))
      #expect(message.contains(":"))
    }
    let arabic = error.message(in: .arabic).unicodeScalars
    #expect(arabic.contains { ScalarProperties($0.value).isArabicLetter })
    switch error {
    case .damaged, .newerSchema, .unknownAnnotation, .noStore: #expect(error.exitCode == EX_DATAERR)
    case .busy: #expect(error.exitCode == EX_TEMPFAIL)
    default: #expect(error.exitCode == EX_CANTCREAT)
    }
  }
}
