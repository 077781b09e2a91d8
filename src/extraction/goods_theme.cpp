// What goods are for.

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "extraction/goods.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using base::one_of;
using model::Theme;

/// Does the text begin with one of the phrases, as whole words?
template <const auto& Phrases>
bool begins_with_phrase(std::string_view text) {
	static constexpr auto k_longest = [] {
		std::size_t longest = 0;
		for (const auto phrase : Phrases) longest = std::max(longest, phrase.size());
		return longest;
	}();
	for (std::size_t stop = 0; stop <= text.size() && stop <= k_longest; ++stop) {
		const bool ends = stop == text.size() || text[stop] == ' ' || text[stop] == ',';
		if (ends && one_of<Phrases>(text.substr(0, stop))) return true;
	}
	return false;
}

/// Does one of the phrases stand in the text as whole words?
template <const auto& Phrases>
bool has_phrase(std::string_view text) {
	static constexpr base::FirstBytes k_first(Phrases);
	while (!text.empty()) {
		if (k_first.begin(text) && begins_with_phrase<Phrases>(text)) return true;
		text.remove_prefix(std::min(text.find(' '), text.size() - 1) + 1);
	}
	return false;
}

/// The field that goods belong to by themselves.
std::optional<Theme> by_item(std::string_view item) {
	static constexpr std::array<std::string_view, 57> k_health = {"theo dõi bệnh nhân",
	                                                              "trang phục chống dịch",
	                                                              "trang phục phòng dịch",
	                                                              "thuốc",
	                                                              "khẩu trang",
	                                                              "y tế",
	                                                              "sát khuẩn",
	                                                              "khử khuẩn",
	                                                              "máy thở",
	                                                              "cứu thương",
	                                                              "kit",
	                                                              "kít",
	                                                              "bảo hộ",
	                                                              "giường bệnh",
	                                                              "siêu âm",
	                                                              "thận",
	                                                              "oxy",
	                                                              "ô xy",
	                                                              "vắc xin",
	                                                              "vaccine",
	                                                              "hóa chất",
	                                                              "nhiệt kế",
	                                                              "huyết áp",
	                                                              "xét nghiệm",
	                                                              "test",
	                                                              "que thử",
	                                                              "x-quang",
	                                                              "x quang",
	                                                              "tủ thuốc",
	                                                              "dược phẩm",
	                                                              "rửa tay",
	                                                              "thiết bị y",
	                                                              "phun khử",
	                                                              "ghế răng",
	                                                              "nội soi",
	                                                              "điện tim",
	                                                              "cồn",
	                                                              "cloramin b",
	                                                              "cloramin",
	                                                              "thân nhiệt",
	                                                              "sốt rét",
	                                                              "quân y",
	                                                              "dược",
	                                                              "vật tư y tế",
	                                                              "phòng khám",
	                                                              "găng tay",
	                                                              "test nhanh",
	                                                              "thực phẩm chức năng",
	                                                              "xe lăn",
	                                                              "dụng cụ y tế",
	                                                              "máy tạo oxy",
	                                                              "bình ô xy",
	                                                              "kính mắt",
	                                                              "nước sát khuẩn",
	                                                              "cơ số thuốc",
	                                                              "xe cấp cứu",
	                                                              "máy xét nghiệm"};
	static constexpr std::array<std::string_view, 8> k_language = {"tiếng việt",      "tiếng lào",       "từ điển",
	                                                               "sách tiếng việt", "song ngữ",        "học tiếng",
	                                                               "dạy tiếng",       "giáo trình tiếng"};
	static constexpr std::array<std::string_view, 34> k_education = {"sách",
	                                                                 "vở",
	                                                                 "bàn ghế",
	                                                                 "học bổng",
	                                                                 "cặp",
	                                                                 "đồ dùng học tập",
	                                                                 "dụng cụ học tập",
	                                                                 "đồ dùng dạy học",
	                                                                 "dạy học",
	                                                                 "bản đồ",
	                                                                 "học tập",
	                                                                 "học phẩm",
	                                                                 "sách giáo khoa",
	                                                                 "bút",
	                                                                 "ba lô học sinh",
	                                                                 "bàn học",
	                                                                 "xe đạp",
	                                                                 "thư viện",
	                                                                 "bảng",
	                                                                 "thiết bị dạy",
	                                                                 "đồ dùng",
	                                                                 "học cụ",
	                                                                 "giáo cụ",
	                                                                 "đồng phục học sinh",
	                                                                 "học phí",
	                                                                 "quần áo đồng phục",
	                                                                 "giáo trình",
	                                                                 "máy chiếu",
	                                                                 "dụng cụ dạy học",
	                                                                 "quần áo học sinh",
	                                                                 "áo trắng",
	                                                                 "phần thưởng học tập",
	                                                                 "bảng từ",
	                                                                 "đồ chơi"};
	static constexpr std::array<std::string_view, 60> k_works = {"trụ sở",
	                                                             "công trình",
	                                                             "cầu",
	                                                             "đường",
	                                                             "doanh trại",
	                                                             "nhà văn hóa",
	                                                             "nhà sinh hoạt",
	                                                             "nhà ở",
	                                                             "nhà làm việc",
	                                                             "nhà chỉ huy",
	                                                             "nhà trẻ",
	                                                             "trường",
	                                                             "trạm y tế",
	                                                             "trạm xá",
	                                                             "ký túc xá",
	                                                             "kí túc xá",
	                                                             "nhà bán trú",
	                                                             "nhà công vụ",
	                                                             "nhà khách",
	                                                             "nhà hội trường",
	                                                             "điện",
	                                                             "giếng",
	                                                             "nhà máy",
	                                                             "bể nước",
	                                                             "nhà nội trú",
	                                                             "nhà lớp học",
	                                                             "phòng học",
	                                                             "trạm",
	                                                             "đập",
	                                                             "kênh",
	                                                             "sân vận động",
	                                                             "cổng",
	                                                             "nhà truyền thống",
	                                                             "trung tâm",
	                                                             "hệ thống nước",
	                                                             "nước sạch",
	                                                             "nước sinh hoạt",
	                                                             "nước tự chảy",
	                                                             "khu nhà",
	                                                             "chợ",
	                                                             "hội trường",
	                                                             "tường rào",
	                                                             "hầm",
	                                                             "kè",
	                                                             "mương",
	                                                             "thủy lợi",
	                                                             "bệnh viện",
	                                                             "bể chứa",
	                                                             "phòng làm việc",
	                                                             "nhà ăn",
	                                                             "lớp học",
	                                                             "đài tưởng niệm",
	                                                             "khu ký túc",
	                                                             "trạm kiểm soát",
	                                                             "nhà xe",
	                                                             "nhà kho",
	                                                             "chốt gác",
	                                                             "trạm phát sóng",
	                                                             "trạm biến áp",
	                                                             "hệ thống chiếu sáng"};
	static constexpr std::array<std::string_view, 43> k_farm = {"lúa",
	                                                            "bò",
	                                                            "trâu",
	                                                            "dê",
	                                                            "lợn",
	                                                            "bê",
	                                                            "giống",
	                                                            "cây giống",
	                                                            "con giống",
	                                                            "phân bón",
	                                                            "máy cày",
	                                                            "máy gặt",
	                                                            "máy tuốt",
	                                                            "gà",
	                                                            "vịt",
	                                                            "cá giống",
	                                                            "hạt giống",
	                                                            "cây ăn quả",
	                                                            "máy bừa",
	                                                            "thuốc trừ sâu",
	                                                            "nông cụ",
	                                                            "cao su",
	                                                            "cà phê",
	                                                            "máy kéo",
	                                                            "lúa giống",
	                                                            "ngô giống",
	                                                            "mắc ca",
	                                                            "vật nuôi",
	                                                            "chuồng trại",
	                                                            "cá bột",
	                                                            "máy xay xát",
	                                                            "máy xát",
	                                                            "máy thái",
	                                                            "lúa lai",
	                                                            "ngô lai",
	                                                            "bời lời",
	                                                            "cỏ voi",
	                                                            "keo",
	                                                            "quế",
	                                                            "vật tư nông nghiệp",
	                                                            "thuốc thú y",
	                                                            "máy bơm nước tưới",
	                                                            "vắc xin gia súc"};
	static constexpr std::array<std::string_view, 22> k_disaster = {
	    "áo phao", "xuồng",   "phao",      "phao cứu sinh",    "lũ lụt",       "thiên tai",
	    "bão lũ",  "cứu hộ",  "cứu nạn",   "phao tròn",        "nhà bạt",      "ca nô",
	    "mưa lũ",  "lũ quét", "thuyền",    "lều bạt",          "hàng cứu trợ", "nhu yếu phẩm cứu trợ",
	    "bão",     "lũ",      "xuồng máy", "máy bơm chống úng"};
	static constexpr std::array<std::string_view, 3> k_remains = {"hài cốt", "quy tập", "liệt sĩ"};
	if (has_phrase<k_disaster>(item)) return Theme::disaster_response;
	if (has_phrase<k_remains>(item)) return Theme::remains_repatriation;
	const bool home = item.find("tình nghĩa") != std::string_view::npos ||
	                  item.find("đoàn kết") != std::string_view::npos || item.starts_with("nhà bạt");
	const bool works = has_phrase<k_works>(item) || (item.starts_with("nhà ") && !home);
	if (works && !item.starts_with("máy") && !item.starts_with("ti vi") && !item.starts_with("sách") &&
	    item.find("phát điện") == std::string_view::npos && !item.starts_with("đèn") &&
	    item.find("bóng") == std::string_view::npos && item.find("tiếng") == std::string_view::npos) {
		if (item.starts_with("trạm xá")) return Theme::health;
		if (!item.ends_with("điện tử") && !item.starts_with("xe") && !item.starts_with("nhiệt kế") &&
		    item.find("trang thiết bị") == std::string_view::npos)
			return Theme::infrastructure;
	}
	if (has_phrase<k_health>(item)) return Theme::health;
	if (has_phrase<k_language>(item)) return item.starts_with("sách học") ? Theme::education : Theme::language;
	if (has_phrase<k_education>(item)) return Theme::education;
	if (has_phrase<k_farm>(item) && !item.starts_with("thịt")) return Theme::agriculture;
	return std::nullopt;
}

/// Does the sentence speak of relief?
bool relief(const Context& c, const text::Sentence& sentence) {
	for (auto t = sentence.begin; t + 1 < sentence.end; ++t) {
		const auto word = c.a().word(t);
		if ((word == "ủng" && c.a().word(t + 1) == "hộ") || (word == "cứu" && c.a().word(t + 1) == "trợ")) return true;
	}
	return false;
}

}  // namespace

model::Theme theme_of_goods(const Context& c, std::string_view item, std::string_view unit, std::uint32_t s,
                            std::uint32_t giving) {
	const auto& a = c.a();
	const auto lower = text::lower(item);
	// Moving people is aid, whatever is built for it.
	if (const auto own = by_item(lower); own && !lower.starts_with("di dời")) return *own;
	if (unit == "con" || unit == "ha") return Theme::agriculture;
	if ((lower == "nhà" || lower.starts_with("nhà ") || lower.starts_with("ngôi nhà") ||
	     lower.starts_with("căn nhà")) &&
	    !lower.starts_with("nhà bạt") && !lower.starts_with("nhà hảo"))
		return Theme::infrastructure;
	if (lower.starts_with("mái ấm")) return Theme::infrastructure;
	if (lower.starts_with("bóng chuyền") || lower.starts_with("bóng đá") || lower.starts_with("quả bóng"))
		return Theme::culture_sport;
	if (item == "quà" || item == "quà Tết" || lower.starts_with("di dời")) return Theme::aid;
	// Goods that tell nothing themselves: rice, money, tools. What the sentence, else the headline says they are for
	// tells.
	const auto of_words = [&](std::uint32_t begin, std::uint32_t end) -> std::optional<Theme> {
		for (auto t = begin; t < end; ++t) {
			// All the words below; only one with a capital has to be looked at in small letters.
			static constexpr std::array<std::string_view, 18> k_words = {
			    "dịch",  "y",   "covid", "lũ", "bão", "lụt", "ngập",   "cứu",  "diễn",
			    "thiên", "hạn", "sạt",   "vỡ", "quy", "tập", "trường", "sinh", "lớp"};
			if (!a.tokens[t].capital && !one_of<k_words>(a.word(t)) && a.word(t) != "công" &&
			    !a.word(t).starts_with("covid-"))
				continue;
			const auto word = a.small(t);
			if (word == "dịch" && t > begin &&
			    (a.word(t - 1) == "chống" || a.word(t - 1) == "đại" || a.word(t - 1) == "phòng"))
				return Theme::health;
			if (word == "y" && t > begin && t + 1 < end && a.word(t + 1) == "tế" &&
			    (a.word(t - 1) == "bị" || a.word(t - 1) == "tư"))
				return Theme::health;
			if (word == "covid" || word.starts_with("covid-")) return Theme::health;
			if (word == "lũ" || word == "bão" || word == "lụt" || word == "ngập" || word == "cứu" || word == "diễn") {
				const bool rescue = word != "cứu" || (t + 1 < end && (a.word(t + 1) == "hộ" || a.word(t + 1) == "nạn"));
				const bool drill = word != "diễn";
				if (rescue && drill) return Theme::disaster_response;
			}
			if (word == "thiên" && t + 1 < end && a.word(t + 1) == "tai") return Theme::disaster_response;
			if (word == "hạn" && t + 1 < end && a.word(t + 1) == "hán") return Theme::disaster_response;
			if (word == "sạt" || (word == "vỡ" && t + 1 < end && a.word(t + 1) == "đập"))
				return Theme::disaster_response;
			if ((word == "quy" || word == "tập") && t > begin && a.small(t) == "tập" && a.small(t - 1) == "quy")
				return Theme::remains_repatriation;
			// Money for pupils.
			if (unit.size() == 3 && item.starts_with("tiền") && begin == c.sentence(s).begin &&
			    ((word == "trường" && t > begin && a.word(t - 1) == "đến") ||
			     (word == "sinh" && t > begin && a.word(t - 1) == "học") ||
			     (word == "lớp" && t + 1 < end && a.tokens[t + 1].kind == text::TokenKind::number)))
				return Theme::education;
			if (unit.size() == 3 && word == "công" && t + 2 < end && a.word(t + 1) == "tác" && a.small(t + 2) == "đặc")
				return Theme::remains_repatriation;
		}
		return std::nullopt;
	};
	const auto& sentence = c.sentence(s);
	// The whole of a load is of the kind of its parts.
	if (lower.starts_with("lô hàng") || lower.starts_with("vật tư") || lower.starts_with("hàng") ||
	    lower.starts_with("chuyến hàng")) {
		if (s > 0 && c.sentence(s - 1).block == sentence.block) {
			if (const auto parts = by_item(a.small_words(c.sentence(s - 1).begin, c.sentence(s - 1).end)))
				return *parts;
		}
		if (const auto parts = by_item(a.small_words(sentence.begin, sentence.end))) return *parts;
		if (s + 1 < a.sentences.size()) {
			if (const auto parts = by_item(a.small_words(c.sentence(s + 1).begin, c.sentence(s + 1).end)))
				return *parts;
		}
	}
	static constexpr std::array<std::string_view, 8> k_food = {"gạo",       "mì",        "muối",  "lương thực",
	                                                           "thực phẩm", "lương khô", "áo ấm", "nhu yếu"};
	const bool food =
	    std::any_of(k_food.begin(), k_food.end(), [&](std::string_view p) { return lower.starts_with(p); });
	// "vật tư y tế, 12 tấn gạo": what is eaten is aid, also where it comes with medicines.
	if (const auto own = of_words(sentence.begin, sentence.end))
		return food && own == Theme::health ? Theme::aid : *own;
	if (giving != s && giving < a.sentences.size()) {
		if (const auto own = of_words(c.sentence(giving).begin, c.sentence(giving).end)) return *own;
	}
	// A report on relief says so in its headline.
	for (std::uint32_t i = 0; i < a.sentences.size() && i < 4; ++i) {
		if (!c.is_headline(i)) continue;
		const auto told = of_words(c.sentence(i).begin, c.sentence(i).end);
		if (told == Theme::disaster_response || (told == Theme::health && unit.size() == 3)) return *told;
	}
	// "ủng hộ" is said of relief: the sentences before tell of what.
	if (!relief(c, sentence)) {
		// "… hàng viện trợ phòng, chống dịch. Theo đó, A tặng B 500.000 USD": the sentence before tells of what.
		const auto first = a.word(sentence.begin);
		const bool spells_out = (first == "Theo" || first == "Cụ" || first == "Số") && s > 0 &&
		                        c.sentence(s - 1).block == sentence.block && unit.size() == 3;
		if (spells_out) {
			if (const auto before = of_words(c.sentence(s - 1).begin, c.sentence(s - 1).end)) return *before;
		}
		return Theme::aid;
	}
	for (auto i = s; i-- > 0 && s - i <= 5;) {
		if (const auto before = of_words(c.sentence(i).begin, c.sentence(i).end)) return *before;
	}
	return Theme::aid;
}

}  // namespace bienban::extraction
