import Testing

@testable import Documents

/// What a short line at the edge of an article says.
@Suite struct LabelWordsTests {
  @Test(arguments: [
    "12 آذار 2025", "الخميس، 3 نيسان 2025 - 07:15 ص", "نشر في: 4/11/2025 الساعة 9:20 بتوقيت القدس",
    "آخر تحديث قبل 5 ساعات", "منذ ساعتين", "رامي سعادة · ٤ دقائق", "بقلم: رامي سعادة",
    "كتبت هدى الخطيب من عدن", "إعداد وتحرير: قسم الأخبار",
    "الكلمات المفتاحية: قطار، نقل، سكك، محطات",
    "طباعة Email فيسبوك تويتر", "عدد المشاهدات: 1830", "شارك الخبر على واتساب", "--", "12:40",
    "تاریخ انتشار: ۱۲ خرداد ۱۳۹۹ - ۱۰:۳۰", "3 min read", "by Hind Salem",
  ])
  func `a time, an author, subjects and buttons are labels`(line: String) {
    #expect(LabelWords.sense(of: line) == .label)
  }

  @Test(arguments: [
    "اجتماع عام 2019 يعود إلى الواجهة بعد تسريب محضره", "وكان الجسر قد أغلق في 7 أيار الماضي",
    "انهار السقف فجر الاثنين 9 حزيران على رؤوس المصلين",
    "تحذير: 4500 أسرة بلا ماء في القرى الجبلية",
    "مشاركة واسعة من النقابات في الإضراب العام", "وما زالت الطرق مقطوعة",
    "إعلان حالة الطوارئ في أربع محافظات", "كتب على صفحته إنه لن يعود",
  ])
  func `a line that says more is text, whatever numbers and words of time it has`(line: String) {
    #expect(LabelWords.sense(of: line) == .text)
  }

  @Test(arguments: [
    "رامي سعادة", "عدن - هدى الخطيب", "فاز الضيوف 3-1", "يصوت المجلس في 12 أيار",
    "تحرير الرهائن وشيك", "وارتفع السعر 4 دنانير",
  ])
  func `a few words may be either`(line: String) {
    #expect(LabelWords.sense(of: line) == .unsure)
  }
}
