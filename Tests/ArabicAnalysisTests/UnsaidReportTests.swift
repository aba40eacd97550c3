import ArabicAnalysis
import ArabicText
import Testing

/// What a reporting word tells of and nobody has said.
@Suite struct UnsaidReportTests {
  private func contents(_ string: String) -> [String] {
    let document = Document(string)
    return Analyzer(tagger: nil).analyze(document).quotations.filter { $0.kind.isSpeech }.map {
      quotation in
      quotation.content.map { document.text.string(in: $0) }.joined(separator: " … ")
    }
  }

  @Test(arguments: [
    "لا أحد يقول إن الخزان ممتلئ.", "ليس هناك دليل يشير إلى أن الخزان مثقوب.",
    "لا شيء يؤكد أن الجسر سيفتح قريبا.", "لم يعد أحد يصدق أو لا أحد يزعم أن الطريق آمن.",
    "ينتظر سكان الحي أن تعلن البلدية أن الماء عاد.",
    "كان على المدير أن يقول إن المصنع سيغلق.",
    "لا يمكن لعاقل أن يزعم أن النهر جف.", "من المتوقع أن يعلن الوزير أن الرسوم ستخفض.",
    "قد يقول بعض الناس إن الحفلة فشلت.", "إذا أعلنت اللجنة أن النتيجة باطلة فستعاد المباراة.",
    "في حال أكد الحكم أن الهدف صحيح يفوز الفريق.", "من الصعب القول إن الموسم انتهى.",
    "يمكن القول إن الموسم انتهى.", "ليس هناك من يؤكد أن الملعب جاهز.",
    "لا يوجد من يزعم أن الخطة ناجحة.",
  ])
  func `what nobody says, and what is awaited, possible or a condition, is no report`(text: String)
  {
    #expect(contents(text) == [])
  }

  @Test(arguments: [
    ("غادر الوزير قبل أن يعلن أن الرسوم ستخفض.", "الرسوم ستخفض"),
    ("حرص الوزير على أن يؤكد أن الرسوم ستخفض.", "الرسوم ستخفض"),
    ("وكان الوزير قد أعلن أن الرسوم ستخفض.", "الرسوم ستخفض"),
    ("لم ينس الوزير أن يؤكد أن الرسوم ستخفض.", "الرسوم ستخفض"),
    ("سئل الوزير عما إذا كان الخزان ممتلئا فقال إن الماء يكفي.", "الماء يكفي"),
  ])
  func `what was said all the same is one`(text: String, content: String) {
    #expect(contents(text) == [content])
  }
}
