#include "unrelated.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace bienban::bench {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 24> k_subjects = {
    "Mưa lớn",         "Không khí lạnh", "Nồi canh chua",      "Đội chủ nhà",   "Thủ môn",        "Cô giáo",
    "Các em học sinh", "Giá cà phê",     "Người trồng rau",    "Chợ đêm",       "Chuyến tàu sớm", "Bộ phim",
    "Nữ ca sĩ",        "Thư viện",       "Con đường ven sông", "Mùa lúa chín",  "Hãng xe",        "Bệnh nhân",
    "Nhà nghiên cứu",  "Giàn hoa giấy",  "Tiền đạo trẻ",       "Ban giám khảo", "Cửa hàng sách",  "Người thợ gốm"};
constexpr std::array<std::string_view, 24> k_verbs = {
    "kéo dài",  "bắt đầu", "vẫn chờ",  "đã thắng",  "mang về",  "được yêu thích", "tăng nhẹ",  "giảm mạnh",
    "trở lại",  "kể về",   "nấu cùng", "luyện tập", "nhớ lại",  "bán hết",        "đón khách", "thay đổi",
    "chạy qua", "nở rộ",   "ghi bàn",  "dừng ở",    "tìm thấy", "học cách",       "chia đôi",  "lan tỏa"};
constexpr std::array<std::string_view, 28> k_objects = {"trong nhiều giờ",
                                                        "món ăn quen thuộc",
                                                        "trận cầu cuối tuần",
                                                        "bài thơ cũ",
                                                        "mấy luống cải",
                                                        "khu phố nhỏ",
                                                        "những buổi chiều muộn",
                                                        "thị trường trong nước",
                                                        "sân vận động chật kín",
                                                        "hương vị của biển",
                                                        "lớp học vẽ",
                                                        "căn bếp ấm",
                                                        "chiếc xe đạp",
                                                        "một giấc mơ",
                                                        "nguồn nước sạch",
                                                        "giải đấu mùa hè",
                                                        "tập truyện ngắn",
                                                        "vườn cây ăn trái",
                                                        "tấm ảnh gia đình",
                                                        "dòng người qua cầu",
                                                        "bản nhạc không lời",
                                                        "bữa sáng vội vàng",
                                                        "chuyến đi dài ngày",
                                                        "cơn gió đầu mùa",
                                                        "tiếng trống trường",
                                                        "vài hạt muối",
                                                        "lối vào công viên",
                                                        "kệ hàng gỗ"};
constexpr std::array<std::string_view, 18> k_links = {
    "vì",  "nhưng",   "và",       "trong khi", "cho nên",   "dù",        "khi",    "để",          "mà",
    "rồi", "theo đó", "ngoài ra", "bởi vậy",   "đồng thời", "thế nhưng", "sau đó", "nhất là khi", "cũng như"};
constexpr std::array<std::string_view, 16> k_people = {
    "anh Nguyễn Văn Hòa",  "chị Trần Thu Trang", "bà Lê Thị Mận",           "ông Phạm Quốc Bảo",
    "em Vũ Minh Châu",     "bác sĩ Đỗ Hải Yến",  "thầy Ngô Đức Thịnh",      "cô Bùi Lan Anh",
    "nhạc sĩ Hoàng Việt",  "họa sĩ Đinh Tú",     "bạn Phan Gia Huy",        "đầu bếp Lý Kim Chi",
    "cầu thủ Dương Quang", "tác giả Mai Phương", "huấn luyện viên Cao Sơn", "chị Hồ Ngọc Diệp"};
constexpr std::array<std::string_view, 14> k_towns = {"Hà Nội",   "Đà Lạt",    "Cần Thơ",    "Hải Phòng", "Nha Trang",
                                                      "Mỹ Tho",   "Vũng Tàu",  "Bến Tre",    "Nam Định",  "Hội An",
                                                      "Rạch Giá", "Thái Bình", "Phan Thiết", "Tuy Hòa"};
constexpr std::array<std::string_view, 10> k_units = {"nghìn đồng", "triệu đồng", "lượt khách", "bàn thắng",
                                                      "quả trứng",  "cuốn sách",  "mét vải",    "kg cà chua",
                                                      "độ C",       "phút"};

class Source {
public:
	/// A number below `bound`: an old linear generator, so that no library's choice of engine changes the text.
	std::size_t below(std::size_t bound) {
		m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
		return static_cast<std::size_t>(m_state >> 33U) % bound;
	}
	std::string_view one_of(Words words) { return words[below(words.size())]; }

private:
	std::uint64_t m_state = 42;
};

void append_figure(std::string& out, Source& source) {
	switch (source.below(4)) {
		case 0: out += std::to_string(2 + source.below(97)); break;
		case 1: out += std::to_string(1 + source.below(99)) + "." + std::to_string(100 + source.below(900)); break;
		case 2: out += std::to_string(source.below(60)) + "," + std::to_string(source.below(10)); break;
		default: out += "hơn " + std::to_string(10 + source.below(900)); break;
	}
	out += ' ';
	out += source.one_of(k_units);
}

void append_clause(std::string& out, Source& source) {
	out += source.one_of(k_subjects);
	out += ' ';
	out += source.one_of(k_verbs);
	out += ' ';
	out += source.one_of(k_objects);
}

void append_sentence(std::string& out, Source& source) {
	switch (source.below(6)) {
		case 0:
			out +=
			    "Ngày " + std::to_string(1 + source.below(28)) + "/" + std::to_string(1 + source.below(12)) + ", tại ";
			out += source.one_of(k_towns);
			out += ", ";
			break;
		case 1:
			out += "Theo ";
			out += source.one_of(k_people);
			out += ", ";
			break;
		case 2: out += "Năm " + std::to_string(1990 + source.below(36)) + ", "; break;
		default: break;
	}
	append_clause(out, source);
	for (std::size_t i = source.below(3); i > 0; --i) {
		out += ", ";
		out += source.one_of(k_links);
		out += ' ';
		append_clause(out, source);
	}
	if (source.below(3) == 0) {
		out += " với ";
		append_figure(out, source);
	}
	out += ". ";
}

std::string one_document(Source& source) {
	std::string out;
	const std::size_t size = 4096 + source.below(4096);
	append_clause(out, source);
	out += "\n\n";
	while (out.size() < size) {
		for (std::size_t i = 2 + source.below(5); i > 0; --i) append_sentence(out, source);
		out.back() = '\n';
	}
	return out;
}

}  // namespace

std::vector<std::string> unrelated_documents(std::size_t bytes) {
	Source source;
	std::vector<std::string> documents;
	for (std::size_t total = 0; total < bytes; total += documents.back().size()) {
		documents.push_back(one_document(source));
	}
	return documents;
}

}  // namespace bienban::bench
