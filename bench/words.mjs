// The vocabulary of the corpus: an invented province and its newspaper. In sentences {person} {place} {body} {number} {percent} {day} are filled in.

export const vietnamese = [
  'Sáng {day}, {body} tổ chức cuộc họp để nghe báo cáo tiến độ các công trình trọng điểm tại {place}.',
  'Theo số liệu vừa công bố, toàn tỉnh đã hoàn thành {percent} kế hoạch năm, cao hơn cùng kỳ {number} đơn vị.',
  'Ông {person}, đại diện {body}, cho biết phần việc khó nhất hiện nay là giải phóng mặt bằng ở {place}.',
  'Bà con {place} phấn khởi vì con đường mới rút ngắn gần một nửa thời gian đi chợ và đưa con đến trường.',
  'Trong ba tháng qua, hơn {number} hộ dân đã đăng ký tham gia, nhiều nhất là ở {place}.',
  'Đến nay mới có {percent} số hồ sơ được giải quyết đúng hạn, phần còn lại vướng ở khâu thẩm định.',
  'Anh {person} kể, mùa nước năm ngoái gia đình anh mất trắng hai công lúa, năm nay phải đắp bờ từ sớm.',
  'Cán bộ {body} xuống từng nhà, vừa nghe dân nói vừa ghi lại những chỗ chưa hợp lý để kiến nghị sửa đổi.',
  'Giá bán tại ruộng dao động quanh mức {number} đồng một ký, trừ chi phí người trồng còn lời chút ít.',
  'Hạn chót nộp hồ sơ là ngày {day}, sau thời điểm này hệ thống sẽ tự động khóa.',
  'Nhiều ý kiến cho rằng cần công khai danh sách ngay tại trụ sở {body} để người dân tiện theo dõi.',
  'Chị {person} mở sạp trái cây ở {place} đã mười hai năm, chưa năm nào khách quay lại đông như dịp này.',
  'Trạm y tế {place} được bổ sung hai bác sĩ và một máy siêu âm, bệnh nhân nhẹ không còn phải chuyển tuyến.',
  'Kinh phí thực hiện khoảng {number} triệu đồng, trong đó ngân sách hỗ trợ {percent}, còn lại do cộng đồng đóng góp.',
  'Từ đầu tháng, lực lượng chức năng đã kiểm tra {number} cơ sở và nhắc nhở những nơi chưa niêm yết giá.',
  'Đội chủ nhà gỡ hòa ở phút cuối sau pha dàn xếp bên cánh trái, khán đài vỡ òa.',
  'Huấn luyện viên {person} thừa nhận hàng thủ còn mắc lỗi, nhất là trong những tình huống cố định.',
  'Học sinh {place} trở lại lớp sau kỳ nghỉ, thầy cô dành tiết đầu để trò chuyện và dọn vệ sinh sân trường.',
  'Tỷ lệ lấp đầy phòng dịp cuối tuần đạt {percent}, các điểm tham quan ở {place} phải kéo dài giờ mở cửa.',
  'Mực nước đo được chiều {day} thấp hơn trung bình nhiều năm, nguy cơ mặn xâm nhập sâu vào nội đồng.',
  'Đoàn công tác đề nghị {body} rà soát lại quy hoạch, tránh tình trạng làm xong lại đào lên.',
  'Cụ {person}, năm nay ngoài tám mươi tuổi, vẫn giữ thói quen đọc báo giấy mỗi sáng bên hiên nhà.',
  'Phiên thảo luận kéo dài hơn dự kiến vì còn nhiều ý kiến khác nhau về mức hỗ trợ.',
  'Nhóm sinh viên thử nghiệm cảm biến đo độ ẩm đất, chi phí chỉ bằng một phần ba sản phẩm ngoại nhập.',
  'Nếu thời tiết thuận lợi, hạng mục này sẽ xong trước ngày {day} như cam kết.',
  'Nghệ nhân {person} dạy nghề miễn phí cho thanh niên trong xóm, mong tiếng khung cửi không tắt.',
  'Ngành chức năng khuyến cáo người dân {place} theo dõi bản tin hằng ngày và chủ động trữ nước ngọt.',
  'So với năm trước, sản lượng tăng {percent} nhưng lợi nhuận không tăng tương ứng do giá vật tư leo thang.',
  'Đại biểu {person} đặt câu hỏi vì sao dự án chậm hai năm mà chưa ai chịu trách nhiệm.',
  'Câu trả lời của {body} là nhà thầu thiếu vật liệu, song cử tri vẫn chưa thỏa mãn.',
  'Tuyến xe buýt nối {place} với trung tâm chạy chuyến đầu lúc năm giờ, chuyến cuối lúc tám giờ tối.',
  'Có {number} lượt khách đến trong ngày đầu, vượt xa con số mà ban tổ chức chờ đợi.',
  'Công trình do nhân dân hiến đất, mỗi nhà lùi rào một mét, không ai đòi bồi thường.',
  'Các hợp tác xã liên kết với doanh nghiệp để bao tiêu, nhờ vậy không còn cảnh được mùa mất giá.',
  'Thư viện {place} mở cửa cả chủ nhật, phòng đọc thiếu nhi lúc nào cũng kín chỗ.',
  'Một đợt không khí lạnh tràn về, nhiệt độ đêm giảm nhanh, gia súc cần được che chắn.',
  'Ban giám khảo đánh giá cao tác phẩm vì chất liệu mộc mạc và cách kể chuyện gần gũi.',
  'Việc số hóa hồ sơ giúp người dân tra cứu kết quả qua điện thoại, bớt đi lại nhiều lần.',
  'Ở {place}, mô hình nuôi cá kết hợp trồng sen đang được nhân rộng ra {number} hộ.',
  'Sau cơn mưa lớn chiều {day}, một đoạn kè dài gần trăm mét bị sạt, may không có thiệt hại về người.',
  'Lãnh đạo {body} yêu cầu khắc phục ngay trong tuần và báo cáo nguyên nhân bằng văn bản.',
  'Doanh nghiệp nhỏ mong được vay vốn với thủ tục gọn hơn, lãi suất ổn định hơn.',
  '“Chúng tôi không xin thêm tiền, chỉ xin làm đúng việc đã hứa”, ông {person} nói.',
  '“Con nước lên thì lo, con nước xuống cũng lo, nhưng bỏ ruộng thì không đành”, bà {person} tâm sự.',
];

export const english = [
  'The council met on {day} to hear how far the works in {place} had come.',
  'Figures released this week put completion at {percent}, somewhat ahead of the same point last year.',
  '{person} of {body} said clearing the last houses along the embankment would take patience rather than money.',
  'Growers in {place} expect a modest harvest, although the late rain has been kinder than anyone forecast.',
  'About {number} households have signed up since the scheme opened, most of them within a day\'s ride of the market.',
  'The ferry now leaves every twenty minutes, which has spared commuters the long detour by road.',
  'Teachers asked for smaller classes; the department offered {number} new desks and a promise to return in spring.',
  'Prices at the quay held steady, and buyers from the coast took nearly {percent} of the catch.',
  'An independent review is due before {day}, and its authors have asked residents to send photographs and dates.',
  'The clinic in {place} has a second doctor at last, together with a scanner bought from local donations.',
  'Nobody was hurt when part of the bank gave way, but the road will stay closed for at least a week.',
  'Visitors rose by {percent} over the holiday, and guest houses stayed open later than they had planned.',
  '{person}, who has kept the town\'s rain gauge since childhood, called it the driest month in her notebooks.',
  'The home side equalised with the last kick, and the stand emptied on to the pitch.',
  'Several speakers wanted the list of beneficiaries pinned to the door of {body} for all to read.',
  'A student team showed a moisture sensor that costs a third of the imported kind and runs for a season on one battery.',
  'Officials conceded that the timetable had slipped twice and that the contractor lacked gravel, not labour.',
  'The workshop teaches weaving free of charge, on the single condition that every pupil finishes one piece.',
  'Under the new rule, applications are answered within {number} hours or passed upward without further signature.',
  'Buses to {place} start at five in the morning, early enough for those who sell vegetables.',
  'The proposal passed after a long sitting, with two members asking for their doubts to be recorded.',
  'Small firms would rather have predictable rates than generous ones, their association told {body}.',
  'Readers wrote in their hundreds, and the editor has printed a selection on the inside pages.',
  'Fresh water should be stored while the tide is low, the province\'s forecasters advised on {day}.',
  '“We asked for a bridge, and we were given a study,” said {person}, to laughter from the benches.',
  '“It is not the distance that tires you, it is the waiting,” {person} remarked at the landing stage.',
  'Sales of the province\'s honey doubled in four years, helped by a label that names the hive.',
  'The library lends seeds as well as books, and expects both to come back.',
  'Engineers walked the dyke at night with lamps and marked {number} places that need stone.',
  'Rehearsals begin in {place} next month, with a cast drawn from three villages.',
];

export const headings = {
  vi: ['Chuyện từ cơ sở', 'Những con số đáng chú ý', 'Khó ở đâu gỡ ở đó', 'Người trong cuộc nói gì', 'Bước tiếp theo', 'Nhìn lại một năm', 'Cách làm của địa phương', 'Điều còn trăn trở', 'Lắng nghe và điều chỉnh', 'Vì sao chậm', 'Kinh nghiệm rút ra', 'Giữ nghề giữa phố', 'Mùa vụ phía trước', 'Ai được hưởng lợi'],
  en: ['What the figures say', 'On the ground', 'A slow start', 'Who pays', 'The next steps', 'Voices from the river', 'Lessons so far', 'An open question', 'How it works', 'Looking ahead'],
};

export const titles = {
  vi: {
    start: ['Khởi công', 'Khánh thành', 'Nông dân thu hoạch sớm', 'Học sinh háo hức với', 'Đề xuất mở rộng', 'Gỡ khó cho', 'Ra mắt', 'Bàn giải pháp cho', 'Đánh thức tiềm năng từ', 'Nhân rộng', 'Giữ gìn', 'Chung tay chăm lo', 'Kiểm tra tiến độ', 'Tăng tốc', 'Người dân hưởng lợi từ', 'Chuyện chưa kể về'],
    thing: ['tuyến đường ven sông', 'vùng lúa chất lượng cao', 'bến phà cũ', 'làng nghề dệt chiếu', 'trạm y tế vùng xa', 'mùa cá linh', 'thư viện lưu động', 'chợ nổi cuối năm', 'hệ thống cống ngăn mặn', 'nhà máy nước sạch', 'phố đi bộ ven kênh', 'trường học hai buổi', 'vườn cây có múi', 'giải bóng đá mở rộng', 'lễ hội đua ghe', 'kho dữ liệu dùng chung', 'khu tái định cư', 'đội cứu hộ cộng đồng'],
  },
  en: {
    start: ['Work begins on', 'Councillors weigh', 'Growers welcome', 'Doubts remain about', 'A second life for', 'Province opens', 'Schools try out', 'Inside', 'Residents rally behind', 'Funding found for'],
    thing: ['the river road', 'a floating market', 'the old ferry landing', 'a travelling library', 'the salt barrier', 'cleaner water', 'the weavers\' quarter', 'a longer school day', 'the regatta', 'shared open data', 'citrus orchards', 'the volunteer rescue crew'],
  },
};

export const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý'];
export const middles = ['Văn', 'Thị', 'Minh', 'Thanh', 'Quốc', 'Ngọc', 'Hữu', 'Kim', 'Thu', 'Xuân', 'Bảo', 'Gia'];
export const givens = ['An', 'Bình', 'Châu', 'Dũng', 'Hạnh', 'Hòa', 'Khánh', 'Lan', 'Liên', 'Long', 'Mai', 'Nam', 'Nga', 'Phúc', 'Quân', 'Sơn', 'Tâm', 'Thảo', 'Trí', 'Tuấn', 'Vân', 'Yến'];
export const places = ['xã Bình Thạnh', 'phường An Hòa', 'huyện Tân Giang', 'cù lao Sen', 'thị trấn Vàm Nước', 'ấp Long Phước', 'xã Mỹ Lộc', 'thị xã Đông Hải', 'phường Bến Đá', 'xã Phú Điền', 'huyện Cái Môn', 'khu vực Gò Dừa'];
export const bodies = ['Sở Giao thông', 'Hội Nông dân tỉnh', 'Ủy ban nhân dân huyện', 'Đoàn Thanh niên', 'Sở Y tế', 'Phòng Giáo dục', 'Ban quản lý dự án', 'Hội Phụ nữ xã', 'Trung tâm Khuyến nông', 'Mặt trận Tổ quốc tỉnh', 'Chi cục Thủy lợi', 'Liên đoàn Bóng đá tỉnh'];

/** Key below `content/c/`, title, share of the articles; parents before their children. */
export const categories = [
  ['thoi-su', 'Thời sự', 16],
  ['thoi-su/quoc-hoi', 'Quốc hội', 6],
  ['thoi-su/doi-ngoai', 'Đối ngoại', 5],
  ['kinh-te', 'Kinh tế', 13],
  ['kinh-te/nong-nghiep', 'Nông nghiệp', 10],
  ['kinh-te/du-lich', 'Du lịch', 6],
  ['xa-hoi', 'Xã hội', 14],
  ['xa-hoi/giao-duc', 'Giáo dục', 8],
  ['xa-hoi/y-te', 'Y tế', 7],
  ['van-hoa', 'Văn hóa', 6],
  ['the-thao', 'Thể thao', 5],
  ['the-thao/bong-da', 'Bóng đá', 4],
];

// 20 subjects of 10 aspects: 200 tags. None has the letter đ, which Hugo keeps in addresses.
const subjects = ['lúa', 'cá tra', 'trái cây', 'nước sạch', 'giao thông', 'trường học', 'bệnh viện', 'chợ', 'lễ hội', 'du thuyền', 'vườn quốc gia', 'nhà ở', 'thuế', 'ngân sách', 'rừng tràm', 'sông Hậu', 'xe buýt', 'thư viện', 'bóng chuyền', 'khởi nghiệp'];
const aspects = ['', 'giá', 'mùa', 'quy hoạch', 'công nghệ', 'an toàn', 'thi tài', 'kỷ niệm', 'môi trường', 'chính sách'];
/** 200 tags, the commonest first. */
export const tags = aspects.flatMap((aspect) => subjects.map((subject) => (aspect ? `${aspect} ${subject}` : subject)));
