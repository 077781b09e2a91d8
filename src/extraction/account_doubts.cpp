#include "extraction/account_doubts.hpp"

#include <array>
#include <initializer_list>
#include <string_view>
#include <variant>

#include "base/one_of.hpp"

namespace bienban::extraction {
namespace {

using base::one_of;
using model::Theme;

ThemeSet set_of(std::initializer_list<Theme> themes) {
	ThemeSet set;
	for (const auto theme : themes) set.set(static_cast<std::size_t>(theme));
	return set;
}

bool within(const ThemeSet& themes, const ThemeSet& limits) { return (themes & ~limits).none(); }

/// "tỉnh A sẽ tặng tỉnh B 4 trụ sở": the gifts whose words stand here, with nothing else beside them.
bool repeats_gifts(const Context& c, const std::vector<model::Record>& records, std::uint32_t begin, std::uint32_t end,
                   const ThemeSet& themes) {
	const auto& a = c.a();
	const auto from = a.tokens[begin].begin;
	const auto to = a.tokens[end - 1].end;
	auto told = set_of({Theme::aid});
	bool any = false;
	for (const auto& record : records) {
		const auto* gift = std::get_if<model::Support>(&record.value);
		if (gift == nullptr || !gift->value || record.evidence.begin.value < from || record.evidence.end.value > to)
			continue;
		any = true;
		if (gift->theme) told.set(static_cast<std::size_t>(*gift->theme));
	}
	return any && within(themes, told);
}

/// "cảm ơn A đã quan tâm hỗ trợ", "đánh giá cao sự giúp đỡ quý báu": thanks for what the report tells of.
bool thanks_only(const Context& c, std::uint32_t begin, std::uint32_t end, const ThemeSet& themes) {
	if (!within(themes, set_of({Theme::aid, Theme::friendship}))) return false;
	const auto& a = c.a();
	for (auto t = begin; t + 1 < end; ++t) {
		if (a.word(t + 1) == "ơn" && (a.word(t) == "cảm" || a.word(t) == "Cảm")) {
			// "cảm ơn … trong những năm qua đã giúp đỡ" looks back.
			for (auto u = t; u + 1 < end; ++u) {
				if (a.word(u + 1) == "qua" && (a.word(u) == "năm" || a.word(u) == "gian")) return false;
				if (a.word(u) == "luôn" || a.word(u) == "từng") return false;
			}
			return true;
		}
	}
	return false;
}

/// "sẽ sử dụng có hiệu quả công trình", "hứa giữ gìn quà tặng", "số hàng sẽ được phân phát cho …": what becomes of the
/// gift.
bool uses_gift(const Context& c, std::uint32_t begin, std::uint32_t end) {
	static constexpr std::array<std::array<std::string_view, 2>, 9> k_uses = {{{"sử", "dụng"},
	                                                                           {"phân", "phát"},
	                                                                           {"phân", "bổ"},
	                                                                           {"giữ", "gìn"},
	                                                                           {"bảo", "quản"},
	                                                                           {"tận", "tay"},
	                                                                           {"cấp", "phát"},
	                                                                           {"quản", "lý"},
	                                                                           {"chuyển", "đến"}}};
	const auto& a = c.a();
	for (auto t = begin; t < end; ++t) {
		if (a.word(t) != "sẽ" && a.word(t) != "hứa") continue;
		for (auto u = t + 1; u + 1 < end && u < t + 6; ++u) {
			for (const auto& use : k_uses) {
				if (a.word(u) != use[0] || a.word(u + 1) != use[1]) continue;
				static constexpr std::array<std::string_view, 11> k_gifts = {
				    "quà", "hàng", "công", "trình", "tiền", "thiết", "món", "gạo", "vật", "hỗ", "quả"};
				for (auto v = begin; v < end; ++v) {
					if (one_of(a.word(v), k_gifts)) return true;
				}
			}
		}
	}
	return false;
}

/// "Trong đợt mưa lũ, Đại đội A bị cuốn trôi một chiếc xuồng": harm, which nobody's deed answers here.
bool only_harm(const Context& c, std::uint32_t begin, std::uint32_t end) {
	static constexpr std::array<std::string_view, 11> k_harm = {"cuốn", "thiệt", "ngập", "hư",   "tốc", "sập",
	                                                            "cô",   "ảnh",   "vùi",  "chia", "mất"};
	static constexpr std::array<std::string_view, 7> k_answers = {"giúp", "hỗ", "khắc", "phối", "cứu", "đỡ", "ủng"};
	const auto& a = c.a();
	bool harmed = false;
	for (auto t = begin; t + 1 < end; ++t) {
		if (one_of(a.word(t), k_answers)) return false;
		harmed = harmed || (a.word(t) == "bị" && one_of(a.word(t + 1), k_harm));
	}
	return harmed;
}

/// "Lãnh đạo hai huyện đã thông tin nhanh tình hình …": what was talked of where they met.
bool tells_news(const Context& c, std::uint32_t begin, std::uint32_t end) {
	const auto& a = c.a();
	for (auto t = begin; t + 3 < end; ++t) {
		if (a.word(t) != "thông" || (a.word(t + 1) != "tin" && a.word(t + 1) != "báo")) continue;
		if (t == begin || (a.word(t - 1) != "đã" && a.word(t - 1) != "cùng")) continue;
		for (auto u = t + 2; u + 1 < end && u < t + 6; ++u) {
			if (a.word(u) == "tình" && a.word(u + 1) == "hình") return true;
		}
	}
	return false;
}

}  // namespace

bool tells_of_gifts_only(const Context& context, const std::vector<model::Record>& records, std::uint32_t begin,
                         std::uint32_t end, Mode mode, const ThemeSet& themes) {
	if (begin >= end || themes.none()) return false;
	if (repeats_gifts(context, records, begin, end, themes)) return true;
	if (mode == Mode::future) return uses_gift(context, begin, end);
	return thanks_only(context, begin, end, themes) || only_harm(context, begin, end) ||
	       (context.dates_in(begin, end).empty() && context.numbers_in(begin, end).empty() &&
	        tells_news(context, begin, end));
}

}  // namespace bienban::extraction
