#include "extraction/goods.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Cue;
using lexicon::EntryClass;
using model::Theme;

using base::one_of;

/// Verbs that say what money is for.
constexpr std::array<std::string_view, 22> k_for = {"xây",  "dựng",  "để",    "làm", "mua",  "hoàn", "nâng", "sửa",
                                                    "khắc", "cải",   "lắp",   "đầu", "tu",   "mở",   "phát", "thực",
                                                    "dành", "triển", "trồng", "mở",  "giúp", "phục"};
/// Parts of such verbs, skipped on the way to the thing itself.
constexpr std::array<std::string_view, 21> k_for_parts = {"giúp",  "xây",   "dựng", "để",  "làm", "mua",  "hoàn",
                                                          "thiện", "thành", "nâng", "cấp", "sửa", "chữa", "mới",
                                                          "lắp",   "đặt",   "sắm",  "mở",  "lại", "đầu",  "tư"};

/// The end of the words that a sum is for: over commas, figures and conjunctions up to a word that tells something
/// else.
std::uint32_t purpose_end(const Context& c, std::uint32_t t, std::uint32_t limit) {
	const auto& a = c.a();
	const auto start = t;
	static constexpr std::array<std::string_view, 16> k_stops = {
	    "cho", "tại", "ở", "trị", "với", "nhằm", "của", "tổng", "từ", "đã", "sẽ", "để", "trong", "giúp", "được", "còn"};
	while (t < limit && t < start + 16) {
		const auto& k = a.tokens[t];
		if (k.is(';') || k.is('(') || k.is('.') || k.is(':')) break;
		if (k.is(',') &&
		    (t + 1 >= limit || a.tokens[t + 1].kind == text::TokenKind::number || !one_of(a.word(t + 1), k_for_parts)))
			break;
		const auto word = a.word(t);
		if (t > start && (one_of(word, k_stops) || a.cue_at(t, Cue::give) != nullptr)) break;
		if (word == "và" && t + 1 < limit && a.tokens[t + 1].kind == text::TokenKind::number && t + 2 < limit &&
		    a.at(t + 2, EntryClass::unit) == nullptr)
			break;
		if (word == "và" && t + 1 < limit && !c.numbers_in(t + 1, t + 2).empty() &&
		    !c.numbers_in(t + 1, t + 2).front().currency.empty())
			break;
		++t;
	}
	while (t > start && (a.tokens[t - 1].kind == text::TokenKind::punctuation || a.word(t - 1) == "và")) --t;
	return t;
}

/// The words as the text has them, without a capital that only begins a line.
std::string noun_of(const Context& c, std::uint32_t begin, std::uint32_t end) {
	return text::without_capital(c.a().words(begin, end));
}

std::string gift_noun(const Context& c, const lexicon::Match& gift) {
	return c.a().words(gift.begin, gift.end).find("Tết") != std::string_view::npos ? "quà Tết" : "quà";
}

/// "… và số xăng dầu trị giá 40 triệu đồng", "tặng nông cụ trị giá …": whatever noun stands between a conjunction or
/// the verb of giving and the word of worth.
std::optional<std::string> noun_before_worth(const Context& c, const lexicon::Match& worth, std::uint32_t clause) {
	const auto& a = c.a();
	auto from = worth.begin;
	bool led = false;
	for (auto t = worth.begin; t > clause && worth.begin - t < 6 && !led; --t) {
		if (a.tokens[t - 1].kind != text::TokenKind::word) break;
		const auto word = a.word(t - 1);
		led = word == "và" || word == "cùng";
		for (std::uint32_t back = 1; back <= 3 && t >= clause + back && !led; ++back) {
			const auto* give = a.cue_at(t - back, Cue::give);
			led = give != nullptr && give->end == t;
		}
		if (led) from = t;
	}
	if (!led) return std::nullopt;
	static constexpr std::array<std::string_view, 4> k_lead = {"số", "lô", "các", "nhiều"};
	while (from < worth.begin && one_of(a.word(from), k_lead)) ++from;
	static constexpr std::array<std::string_view, 11> k_no = {"với", "có", "tổng", "được", "mỗi", "đã",
	                                                          "cho", "để", "toàn", "bộ",   "phần"};
	if (from >= worth.begin || one_of(a.word(from), k_no) || !c.parties_in(from, worth.begin).empty())
		return std::nullopt;
	return noun_of(c, from, worth.begin);
}

/// "một số khẩu trang, nước rửa tay, mì tôm với tổng trị giá …": the goods in a row.
std::optional<std::string> list_before_worth(const Context& c, const lexicon::Match& worth, std::uint32_t clause) {
	const auto& a = c.a();
	const lexicon::Match* some = nullptr;
	for (auto from = std::max(clause, worth.begin > 20 ? worth.begin - 20 : 0); from < worth.begin;) {
		const auto* next = a.find_cue(from, worth.begin, Cue::some);
		if (next == nullptr) break;
		if (some == nullptr) some = next;
		from = next->end;
	}
	if (some == nullptr) return std::nullopt;
	auto stop = worth.begin;
	static constexpr std::array<std::string_view, 5> k_tail = {"với", "có", "được", "là", "tổng"};
	while (stop > some->end && (one_of(a.word(stop - 1), k_tail) || a.tokens[stop - 1].is(','))) --stop;
	if (stop <= some->end) return std::nullopt;
	for (auto t = some->end; t < stop; ++t) {
		const bool mark = a.tokens[t].is(',') || a.tokens[t].is('-');
		if ((a.tokens[t].kind != text::TokenKind::word && !mark) || a.word(t) == "cho") return std::nullopt;
	}
	return c.parties_in(some->end, stop).empty() ? std::optional(noun_of(c, some->end, stop)) : std::nullopt;
}

/// "số thuốc cấp phát … trị giá", "tổng giá trị lô hàng là": the goods that stand before (or behind) the word of worth.
std::optional<std::string> goods_of_worth(const Context& c, const lexicon::Match& worth, const Number& n,
                                          std::uint32_t clause) {
	const auto& a = c.a();
	static constexpr std::array<std::string_view, 12> k_heads = {"thuốc", "vật",   "hàng", "quà",  "lô",  "chuyến",
	                                                             "thiết", "trang", "hiện", "sách", "nhu", "lương"};
	// "Tổng giá trị quà tặng hơn 300 triệu đồng", "Tổng giá trị quà trao đợt này".
	if (n.begin > worth.end && a.word(worth.end - 1) == "quà" &&
	    (a.word(worth.end) == "tặng" || a.word(worth.end) == "trao"))
		return "quà";
	// "tổng trị giá hỗ trợ trên 100 triệu đồng": the deed, and no thing.
	const auto* deed = n.begin > worth.end ? a.cue_at(worth.end, Cue::give) : nullptr;
	// Behind: "tổng giá trị lô hàng là 3,6 tỷ đồng", "giá trị món quà".
	if (n.begin > worth.end + 1 && deed == nullptr) {
		auto stop = n.begin;
		static constexpr std::array<std::string_view, 15> k_fill = {"là",  "khoảng", "hơn",  "gần", "trên",
		                                                            "lên", "đạt",    "cả",   "tới", "thảy",
		                                                            "tất", "tròn",   "ngót", "xấp", "xỉ"};
		while (stop > worth.end && (one_of(a.word(stop - 1), k_fill) || a.tokens[stop - 1].is(':'))) --stop;
		stop = std::min(stop, noun_phrase_end(c, worth.end, stop));
		if (stop > worth.end && a.word(worth.end) != "là" && a.tokens[worth.end].kind == text::TokenKind::word) {
			auto from = worth.end;
			while (from < stop && (a.word(from) == "của" || a.word(from) == "số" || a.word(from) == "các" ||
			                       a.word(from) == "toàn" || a.word(from) == "bộ"))
				++from;
			if (const auto* gift = a.find_cue(worth.end, stop, Cue::gift)) return gift_noun(c, *gift);
			if (from < stop && a.word(from) != "trên" && a.word(from) != "hơn" && a.word(from) != "gần")
				return noun_of(c, from, stop);
		}
	}
	// Before: the nearest head of goods of the clause.
	for (auto t = worth.begin; t > clause; --t) {
		if (a.tokens[t - 1].is(';')) break;
		// "tặng B 1 máy phát điện và văn phòng phẩm trị giá …": the noun behind the conjunction.
		if ((a.word(t - 1) == "và" || a.word(t - 1) == "cùng") && t < worth.begin) break;
		if (const auto* gift = a.cue_at(t - 1, Cue::gift);
		    gift != nullptr && a.word(gift->begin) != "tặng" && a.word(gift->begin) != "trao")
			return gift_noun(c, *gift);
		if (!one_of(a.small(t - 1), k_heads)) continue;
		// "ngân sách": no books.
		if (t > clause + 1 && a.small(t - 2) == "ngân") continue;
		// "thực hiện": no things.
		if (a.small(t - 1) == "hiện" && a.word(t) != "vật") continue;
		// "khẩu trang", "trang trại": no equipment.
		if (a.small(t - 1) == "trang" && a.word(t) != "thiết" && a.word(t) != "bị") continue;
		auto from = t - 1;
		if (from > clause && (one_of(a.small(from - 1), k_heads) || a.word(from - 1) == "quân")) --from;
		const auto stop = std::min(noun_phrase_end(c, from, worth.begin), from + 4);
		return noun_of(c, from, stop);
	}
	if (auto list = list_before_worth(c, worth, clause)) return list;
	return noun_before_worth(c, worth, clause);
}

}  // namespace

bool names_no_goods(std::string_view noun) {
	static constexpr std::array<std::string_view, 130> k_nouns = {"thẩm phán",   "kiểm sát viên",
	                                                              "kỹ sư",       "y sĩ",
	                                                              "chuyên gia",  "nông dân",
	                                                              "công nhân",   "thành viên",
	                                                              "hội viên",    "đoàn viên",
	                                                              "thanh niên",  "già làng",
	                                                              "trưởng bản",  "sĩ quan",
	                                                              "học trò",     "m2",
	                                                              "m²",          "km",
	                                                              "km2",         "ki-lô-mét",
	                                                              "người",       "học sinh",
	                                                              "sinh viên",   "hộ",
	                                                              "em",          "cháu",
	                                                              "cán bộ",      "lưu học sinh",
	                                                              "gia đình",    "đối tượng",
	                                                              "học viên",    "giáo viên",
	                                                              "bác sĩ",      "chiến sĩ",
	                                                              "đại biểu",    "bà con",
	                                                              "lượt",        "lần",
	                                                              "đợt",         "buổi",
	                                                              "cuộc",        "năm",
	                                                              "tháng",       "ngày",
	                                                              "tỉnh",        "huyện",
	                                                              "xã",          "bản",
	                                                              "đơn vị",      "bên",
	                                                              "nữ sinh",     "nước",
	                                                              "nội dung",    "lĩnh vực",
	                                                              "hoạt động",   "mặt",
	                                                              "kết quả",     "khó khăn",
	                                                              "kinh nghiệm", "vấn đề",
	                                                              "tình cảm",    "địa phương",
	                                                              "việc",        "hạng mục nêu",
	                                                              "lực lượng",   "đồng chí",
	                                                              "dân tộc",     "vướng mắc",
	                                                              "ở",           "và",
	                                                              "phía",        "tầng",
	                                                              "thế hệ",      "trong",
	                                                              "của",         "ngành",
	                                                              "sở",          "đoàn",
	                                                              "thôn",        "khóm",
	                                                              "nghệ sĩ",     "phụ nữ",
	                                                              "công dân",    "hành khách",
	                                                              "là",          "điểm",
	                                                              "nữ",          "tay",
	                                                              "cô",          "thầy",
	                                                              "lời",         "điều",
	                                                              "vị",          "anh",
	                                                              "chị",         "ông",
	                                                              "bà",          "đứa",
	                                                              "lính",        "mọc",
	                                                              "mái đầu",     "gương mặt",
	                                                              "câu",         "bài",
	                                                              "nụ cười",     "chuyện",
	                                                              "lòng",        "nóc",
	                                                              "khoản",       "nguồn",
	                                                              "chặng",       "mùa",
	                                                              "tập thể",     "cá nhân",
	                                                              "kVA",         "kW",
	                                                              "kV",          "inch",
	                                                              "cm",          "mm",
	                                                              "chỗ ngồi",    "mã lực",
	                                                              "chỗ",         "cá thể",
	                                                              "vụ",          "chương",
	                                                              "trang",       "dòng",
	                                                              "môi trường",  "phương"};
	// The noun itself, or its first words.
	for (std::size_t at = 0; at < noun.size(); ++at) {
		if ((noun[at] == ' ' || noun[at] == ',') && one_of<k_nouns>(noun.substr(0, at))) return true;
	}
	return one_of<k_nouns>(noun);
}

bool is_sum(const model::Support& gift) {
	return gift.unit && gift.unit->size() == 3 &&
	       gift.unit->find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
}

bool is_goods(const Count& count, bool behind_verb) {
	if (count.item.empty() && count.unit.empty()) return false;
	if (count.entry == nullptr)
		return behind_verb && !count.item.empty() && count.item.size() < 60 && !names_no_goods(count.item);
	if (count.entry->measure || count.entry->goods) return true;
	if (count.unit == "suất" || count.unit == "phần") return true;
	const auto theme = count.entry->theme;
	if (!theme) return false;
	const bool thing = *theme == Theme::aid || *theme == Theme::infrastructure || *theme == Theme::agriculture;
	const bool room = *theme == Theme::education && !names_no_goods(count.unit);
	const bool dose = count.unit.starts_with("liều") || count.unit.starts_with("cơ số");
	const bool leaflets = count.unit.starts_with("tờ") && !count.unit.starts_with("tờ khai") && behind_verb;
	return thing || room || dose || leaflets;
}

namespace {

/// Does a word of building or of handing over stand close before?
bool is_built(const Context& c, std::uint32_t t) {
	const auto begin = c.sentence(c.sentence_of(t)).begin;
	static constexpr std::array<std::string_view, 8> k_words = {"xây", "dựng",  "giao", "dụng",
	                                                            "tư",  "thành", "công", "lợp"};
	for (std::uint32_t back = 1; back <= 4 && t >= begin + back; ++back) {
		if (one_of(c.a().word(t - back), k_words)) return true;
	}
	return false;
}

}  // namespace

bool is_seized(const Context& context, std::uint32_t begin, std::uint32_t at) {
	const auto& a = context.a();
	for (auto t = at; t > begin + 1 && at - t < 40; --t) {
		const auto word = a.small(t - 2);
		const auto next = a.word(t - 1);
		if ((word == "thu" && next == "giữ") || (word == "tịch" && next == "thu") || (word == "tang" && next == "vật"))
			return !context.has_cue(t, at, Cue::give);
	}
	return false;
}

namespace {

/// "…, quà của A tặng B", "… là (món) quà của A": what stands before is the present.
bool is_present(const Annotated& a, std::uint32_t begin) {
	const auto end = a.sentences[a.sentence_of[begin]].end;
	for (auto t = begin + 2; t + 1 < end && t < begin + 30; ++t) {
		if (a.word(t) != "quà" || a.word(t + 1) != "của") continue;
		return a.tokens[t - 1].is(',') || a.word(t - 1) == "là" || a.word(t - 1) == "món";
	}
	return false;
}

}  // namespace

std::optional<std::uint32_t> find_building(const Context& c, std::uint32_t begin, std::uint32_t end,
                                           std::uint32_t& stop) {
	const auto& a = c.a();
	static constexpr std::array<std::string_view, 18> k_single = {"cầu", "trường", "Trường", "trạm", "Trạm",  "nhà",
	                                                              "Nhà", "công",   "doanh",  "trụ",  "Cầu",   "Doanh",
	                                                              "Trụ", "giếng",  "Giếng",  "bể",   "giảng", "Giảng"};
	static constexpr std::array<std::string_view, 43> k_after = {
	    "giống", "thú",  "truyền", "thiếu", "Thiếu", "lưu",   "làm",  "văn",   "sinh",  "ở",    "bán",
	    "trẻ",   "lớp",  "y",      "xá",    "trình", "trại",  "sở",   "tiểu",  "mầm",   "dân",  "nội",
	    "Dân",   "Tiểu", "Mầm",    "THPT",  "THCS",  "hữu",   "Hữu",  "chỉ",   "khách", "công", "cộng",
	    "treo",  "học",  "đại",    "máy",   "Quốc",  "khoan", "nước", "đường", "đa",    "thi"};
	for (auto t = begin; t < end; ++t) {
		const auto word = a.word(t);
		const bool classed = (word == "ngôi" || word == "Ngôi" || word == "căn" || word == "Căn" || word == "tòa" ||
		                      word == "cây" || word == "chiếc" || word == "dãy" || word == "Dãy") &&
		                     t + 1 < end && (one_of(a.word(t + 1), k_single));
		// "chiếc máy siêu âm được A tặng": one thing that is known.
		const bool piece = (word == "chiếc" || word == "Chiếc" || word == "cỗ" || word == "Cỗ") && t + 1 < end &&
		                   a.at(t + 1, EntryClass::unit) != nullptr &&
		                   a.lexicon.unit(a.at(t + 1, EntryClass::unit)->index).goods;
		const bool dormitory = (word == "ký" || word == "Ký") && t + 2 < end && a.word(t + 1) == "túc";
		// "đầu tư xây dựng Trường phổ thông …": where something is built, a school of any kind.
		static constexpr std::array<std::string_view, 6> k_kinds = {"phổ", "Phổ", "trung", "Trung", "dạy", "cao"};
		const bool school =
		    (word == "Trường" || word == "trường") && t + 1 < end && one_of(a.word(t + 1), k_kinds) && is_built(c, t);
		// "xây dựng Trung tâm Văn hóa hữu nghị", "làm trung tâm dạy nghề".
		const bool centre = (word == "Trung" || word == "trung") && t + 2 < end && a.word(t + 1) == "tâm" &&
		                    (is_built(c, t) || is_present(a, t));
		// "con đường bê tông 1,2 km vào bản B", "tuyến đường điện".
		static constexpr std::array<std::string_view, 6> k_ways = {"con", "Con", "tuyến", "Tuyến", "đoạn", "Đoạn"};
		// "Công trình nước sạch": named by what it is; the bare word speaks of one that has been told of.
		static constexpr std::array<std::string_view, 12> k_named = {"nước", "cầu",  "trường", "nhà",   "đường", "trạm",
		                                                             "điện", "thủy", "bể",     "giếng", "chiếu", "cấp"};
		const bool named_work =
		    word == "Công" && t + 2 < end && a.word(t + 1) == "trình" && one_of(a.word(t + 2), k_named);
		const bool way = t + 2 < end && a.word(t + 1) == "đường" && one_of(word, k_ways);
		// "Công trình hai tầng, …, là quà của A tặng B".
		if (word == "Công" && t + 2 < end && a.word(t + 1) == "trình" && !named_work && is_present(a, t)) {
			stop = t + 2;
			return t;
		}
		if (!classed && !piece && !school && !dormitory && !centre && !way && !named_work &&
		    !(one_of(word, k_single) && t + 1 < end && one_of(a.word(t + 1), k_after)))
			continue;
		// "Chủ tịch Quốc hội đón đoàn tại Nhà Quốc hội".
		if (word == "Nhà" && a.word(t + 1) == "Quốc") continue;
		// One that is counted is read with its figure; a school that is given to is no gift.
		if (t > begin && (a.tokens[t - 1].kind == text::TokenKind::number || !c.numbers_in(t - 1, t).empty())) continue;
		if (t > begin &&
		    (a.word(t - 1) == "các" || a.word(t - 1) == "những" || a.word(t - 1) == "vào" || a.word(t - 1) == "học"))
			continue;
		if (t > begin && (a.word(t - 1) == "cho" || a.word(t - 1) == "của" || a.word(t - 1) == "tại" ||
		                  a.word(t - 1) == "ở" || a.word(t - 1) == "về"))
			continue;
		const auto first = classed || piece || way ? t + 1 : t;
		stop = noun_phrase_end(c, first, end);
		// "Trụ sở Công an bản A": whose it is begins where its name ends.
		if (stop == first + 1 && stop < end && one_of(word, k_single) && one_of(a.word(stop), k_after)) ++stop;
		if (stop < end && a.tokens[stop].kind == text::TokenKind::number && stop + 1 < end &&
		    a.word(stop + 1) == "tầng")
			stop += 2;
		if (stop <= first) continue;
		return first;
	}
	return std::nullopt;
}

namespace {

/// "… hỗ trợ tỉnh bạn xây dựng nhà lưu trú": what those who are helped build with the money.
std::optional<std::string> help_to_build(const Context& c, std::uint32_t begin, std::uint32_t end,
                                         std::uint32_t& stop) {
	static constexpr std::array<std::string_view, 6> k_build = {"xây", "sửa", "lắp", "dựng", "làm", "mua"};
	const auto& a = c.a();
	for (auto t = begin; t < end && t < begin + 14; ++t) {
		const auto named = c.parties_in(t, t + 1);
		if (!named.empty() && named.front().begin == t) {
			t = named.front().end - 1;
			continue;
		}
		if (a.tokens[t].kind != text::TokenKind::word) return std::nullopt;
		if (!one_of(a.word(t), k_build)) continue;
		while (t < end && one_of(a.word(t), k_for_parts)) ++t;
		const auto last = purpose_end(c, t, end);
		if (last <= t) return std::nullopt;
		stop = last;
		return noun_of(c, t, last);
	}
	return std::nullopt;
}

}  // namespace

std::string item_of_money(const Context& c, const Number& n, std::uint32_t clause, std::uint32_t end,
                          std::uint32_t& stop) {
	const auto& a = c.a();
	auto t = n.end;
	if (t < end && a.tokens[t].is('(')) {
		while (t < end && !a.tokens[t].is(')')) ++t;
		if (t < end) ++t;
	}
	stop = n.end;
	if (t + 1 < end && a.word(t) == "tiền") {
		stop = t + 2;
		if (a.word(t + 1) != "hàng") return "tiền mặt";
		stop = std::max(stop, noun_phrase_end(c, t + 1, end));
		return noun_of(c, t + 1, stop);
	}
	const auto* worth = a.find_cue(n.begin > clause + 9 ? n.begin - 9 : clause, n.begin, Cue::worth);
	const bool plain_sum = n.about_begin > clause + 1 && a.word(n.about_begin - 1) == "tiền" &&
	                       (a.small(n.about_begin - 2) == "số" || a.word(n.about_begin - 2) == "khoản");
	if (plain_sum) {
		worth = nullptr;
		// "Số tiền 86 triệu đồng cán bộ, chiến sĩ … dành dụm": nobody's name is what the money is for.
		if (t < end && a.tokens[t].kind == text::TokenKind::word && !one_of(a.word(t), k_for) && a.word(t) != "cho")
			return "tiền";
	}
	// "số tiền hỗ trợ 80.000 USD".
	if (worth != nullptr && a.small_words(worth->begin, worth->end) == "số tiền" && worth->end < n.about_begin) {
		const auto* give = a.cue_at(worth->end, Cue::give);
		if (give != nullptr && give->end == n.about_begin) return "tiền";
	}
	if (worth != nullptr) {
		if (auto goods = goods_of_worth(c, *worth, n, clause)) return *goods;
	}
	// "50 triệu đồng để hỗ trợ lực lượng bạn": a sum, which helps.
	for (auto u = t; u + 1 < end && u < t + 3; ++u) {
		const auto word = a.word(u);
		const bool helps = (word == "hỗ" && a.word(u + 1) == "trợ") || (word == "giúp" && a.word(u + 1) == "đỡ") ||
		                   (word == "chia" && a.word(u + 1) == "sẻ") || (word == "động" && a.word(u + 1) == "viên");
		if (helps && (u == t || a.word(t) == "để" || a.word(t) == "nhằm"))
			return help_to_build(c, u + 2, end, stop).value_or("tiền");
		// "… giúp bạn sửa chữa trạm y tế": what is built.
		if (word == "giúp" && u == t && c.parties_in(u + 1, u + 2).empty()) {
			if (auto work = help_to_build(c, u + 1, end, stop)) return *work;
			// "giúp người nghèo ăn Tết": people, and no thing.
			static constexpr std::array<std::string_view, 8> k_people = {"người", "hộ",   "nhân", "bà",
			                                                             "gia",   "đồng", "học",  "dân"};
			static constexpr std::array<std::string_view, 12> k_members = {
			    "đoàn viên", "hội viên",    "cán bộ",  "chiến sĩ",  "công nhân", "nạn nhân",
			    "các hộ",    "thương binh", "ngư dân", "giáo viên", "sinh viên", "trẻ em"};
			if (one_of(a.word(u + 1), k_people) || (u + 2 < end && one_of(a.small_words(u + 1, u + 3), k_members)))
				return "tiền";
		}
		if (word != "để" && word != "nhằm") break;
	}
	// "để B hoàn thiện …": the party in between is not the thing.
	const auto next = t < end ? a.word(t) : text::Word{};
	// "để phục vụ công tác chống dịch": a task, and no thing.
	if (t < end && (next == "phục" || (next == "để" && t + 1 < end && a.word(t + 1) == "phục"))) return "tiền";
	// "để hai đơn vị có điều kiện tổ chức …": what it makes possible, and no thing.
	for (auto u = t; next == "để" && u + 2 < end && u < t + 9; ++u) {
		if (a.word(u) == "có" && a.word(u + 1) == "điều" && a.word(u + 2) == "kiện")
			return worth != nullptr ? "quà" : "tiền";
	}
	if (t < end && one_of(next, k_for)) {
		const auto start = t;
		while (t < end) {
			const auto named = c.parties_in(t, t + 1);
			if (!named.empty() && named.front().begin == t && kind_of(named.front().parties[0]) != "school") {
				t = named.front().end;
				// "giúp tỉnh A có thêm kinh phí chống dịch": more money, and no thing.
				if (t + 1 < end && a.word(t) == "có" && a.word(t + 1) == "thêm") return "tiền";
			} else if (one_of(a.word(t), k_for_parts)) {
				++t;
			} else if (a.cue_at(t, Cue::give) != nullptr && a.word(t) != "giúp") {
				// "bỏ 5 tỷ đồng xây tặng tỉnh B": what was built is told elsewhere.
				return "tiền";
			} else if (t > start && a.tokens[t].is('(')) {
				while (t < end && !a.tokens[t].is(')')) ++t;
				if (t < end) ++t;
			} else {
				break;
			}
		}
		// "11,5 tỷ đồng xây dựng trong 14 tháng": the work itself.
		static constexpr std::array<std::string_view, 6> k_ends = {"trong", "từ", "tại", "cho", "ở", "vào"};
		if (t > start && t < end && one_of(a.word(t), k_ends)) {
			stop = t;
			return noun_of(c, start, t);
		}
		auto last = purpose_end(c, t, end);
		if (last <= t) last = purpose_end(c, start, end);
		if (last > t) {
			stop = last;
			return noun_of(c, t, last);
		}
		if (last > start) return noun_of(c, start, last);
	} else if (t < end && a.tokens[t].kind == text::TokenKind::word && !c.has_cue(t, t + 2, Cue::give)) {
		// "500 triệu đồng kinh phí hoạt động": the noun itself.
		static constexpr std::array<std::string_view, 40> k_no_noun = {
		    "năm",  "ngày", "tháng", "dịp",  "hồi", "hôm",  "sau",   "trước", "khi",   "hằng",
		    "cho",  "và",   "từ",    "tại",  "ở",   "với",  "của",   "đến",   "tới",   "vào",
		    "nhằm", "kèm",  "lấy",   "nhờ",  "mà",  "do",   "trong", "là",    "được",  "cùng",
		    "bằng", "mỗi",  "theo",  "Việt", "Lào", "giai", "gửi",   "qua",   "thông", "đã"};
		if (!one_of(a.word(t), k_no_noun) && c.parties_in(t, t + 1).empty()) {
			const auto last = noun_phrase_end(c, t, end);
			if (last > t) {
				stop = last;
				return noun_of(c, t, last);
			}
		}
	}
	// "… cho B để xây cầu", "… cho B xây dựng nhà văn hóa": the purpose behind the receiver.
	for (auto u = t; u < end && u < t + 24; ++u) {
		if (a.tokens[u].is(';') || a.tokens[u].is('.') || a.tokens[u].kind == text::TokenKind::number) break;
		// "… 86 tỷ đồng, xây mới 9 công trình": another deed, with a count of its own.
		if (a.tokens[u].is(',') && u < t + 3 && !c.numbers_in(u + 1, std::min(end, u + 5)).empty()) break;
		const auto word = a.word(u);
		if (word != "để" && word != "xây" && word != "làm" && word != "mua" && word != "sửa") continue;
		if (!c.parties_in(u, u + 1).empty()) continue;
		// "bỏ công, làm tặng bà con": given, and for nothing else.
		if (u + 1 < end && a.cue_at(u + 1, Cue::give) != nullptr && a.word(u + 1) != "giúp") continue;
		auto from = u;
		while (from < end && one_of(a.word(from), k_for_parts)) ++from;
		if (from < end && a.word(from) == "phục") break;
		const auto last = purpose_end(c, from, end);
		if (last > from) return noun_of(c, from, last);
		break;
	}
	if (const auto* gift = a.find_cue(clause, n.begin, Cue::gift); gift != nullptr && worth != nullptr)
		return gift_noun(c, *gift);
	// "… 3 tấn gạo và 200 thùng mì tôm, tổng trị giá 120 triệu đồng": the whole gift.
	return worth != nullptr && a.words(worth->begin, worth->end).find("tiền") == std::string_view::npos ? "quà"
	                                                                                                    : "tiền";
}

}  // namespace bienban::extraction
