// Counted things done.

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "extraction/figures.hpp"
#include "extraction/finders.hpp"
#include "extraction/goods.hpp"
#include "extraction/occasions.hpp"
#include "extraction/party_completion.hpp"
#include "extraction/result_parties.hpp"
#include "extraction/result_themes.hpp"
#include "extraction/shares.hpp"
#include "extraction/uncounted_figures.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Cue;

class Results {
public:
	Results(const Context& context, Frames& frames, std::vector<model::Record>& out, const std::vector<bool>& used)
	    : m_c(context),
	      m_a(context.a()),
	      m_out(out),
	      m_used(used),
	      m_frames(frames),
	      m_parties(context, frames),
	      m_themes(context),
	      m_uncounted(context, out) {}

	void run() {
		const auto& numbers = m_c.numbers();
		for (std::size_t i = 0; i < numbers.size(); ++i) {
			if (!m_used[i]) read(numbers[i]);
		}
	}

private:
	void read(const Number& n) {
		const auto s = m_c.sentence_of(n.begin);
		if (m_c.is_headline(s) || m_c.at_home(s)) return;
		const auto [begin, end] = m_c.clause_of(n.begin);
		const auto money = !n.currency.empty();
		auto count = m_frames.count(n);
		if (takes_up_last(n)) return;
		if (!money && read_pupils(n, count)) return;
		const auto reached = reached_of(n);
		bool kinds = false;
		if (!money && read_bare_share(n, count)) return;
		if (money) {
			const auto from = m_c.sentence(s).begin;
			if (after_compare(n, begin) || is_cost(n, begin)) return;
			if (!is_invested(n, from) && (!m_c.has_cue(from, end, Cue::act) || !m_uncounted.is_trade(from, end)))
				return;
		} else {
			if (count.entry == nullptr && deed_counts(n, count)) count.entry = &unlisted();
			if (in_equivalent(n, begin)) return;
			kinds = kind_of_last(n, count);
			const bool taken = kinds || seized(n, count, begin);
			if (count.entry == nullptr ||
			    (!taken && (count.entry->goods || (!stands_in_number(n) && m_uncounted.excluded(n, count, begin)))))
				return;
		}
		const auto* clause = m_uncounted.clause_at(n.begin);
		const auto mode = clause != nullptr ? clause->mode : Mode::event;
		if (mode == Mode::future && clause != nullptr && clause->content < n.begin) return;
		if (clause != nullptr && clause->denied) return;
		const auto* act = m_uncounted.act_before(n, m_c.sentence(s).begin);
		const auto* act_after = m_uncounted.deed_behind(count.end, std::min(end, count.end + 24));
		const auto* search = act == nullptr && act_after == nullptr ? search_behind(n, count) : nullptr;
		if (search != nullptr) act_after = search;
		const bool pairs = !money && count.entry != nullptr && count.entry->theme == model::Theme::twinning &&
		                   m_uncounted.standing_pairs(n, count);
		// "số lưu học sinh Lào đang học tập trên địa bàn là 97 em".
		const bool told_before =
		    count.noun == n.begin && count.entry != nullptr && count.entry->theme == model::Theme::education;
		if (act == nullptr && act_after == nullptr && mode != Mode::past && !pairs && !studies_there(count) &&
		    !told_before && !is_invested(n, begin) &&
		    !(count.entry != nullptr && count.entry->theme == model::Theme::trade_investment &&
		      has_invested(count.begin, end)))
			return;
		model::Result value;
		value.value = reached ? *reached : n.value;
		value.unit = money ? std::string(n.currency) : count.unit;
		// "đào tạo 230 kiểm toán viên": the noun, where no table has it.
		if (value.unit.empty()) value.unit = count.item;
		value.about = n.about;
		value.theme = m_themes.of(n, count, begin, end, money);
		const auto* last = m_parties.last();
		if (!value.theme && last != nullptr && m_parties.last_end() > begin && m_parties.last_end() <= n.begin)
			value.theme = last->theme;
		const auto* half = first_half(n);
		if (half == nullptr) half = part_of_last(n);
		if (half == nullptr && kinds) half = last;
		const bool among = half == nullptr && is_among_last(n);
		if (among) half = last;
		if (half != nullptr) {
			value.by = half->by;
			value.to = half->to;
			if (half->theme && !among) value.theme = half->theme;
		} else {
			m_parties.fill(value, n, count, act, act_after, end);
		}
		if (value.by.empty() && value.to.empty()) return;
		// "22 đợt tuần tra" of both sides: they walked together, whatever their forces are called.
		if (value.theme == model::Theme::border_protection && count.unit.find("tuần tra") != std::string::npos &&
		    Context::both_sides(value.by))
			value.theme = model::Theme::joint_patrol;
		// "Trường Cao đẳng A đào tạo 42 học viên": schooling, unless the school is of soldiers or of the party.
		if (value.theme == model::Theme::training && count.unit.starts_with("học viên") && value.by.size() == 1 &&
		    kind_of(value.by[0]) == "school" && !trains_cadres(value.by[0]))
			value.theme = model::Theme::education;
		if (count.unit.starts_with("doanh nghiệp") && !money && has_invested(count.begin, end)) {
			by_companies(value, count);
			value.unit = "doanh nghiệp";
		}
		if (one_sided(value, n)) return;
		value.period = half != nullptr     ? half->period
		               : search != nullptr ? period_at(m_c, search->begin, search->end)
		                                   : period_at(m_c, n.begin, count.end);
		if (half == nullptr && mode == Mode::event && m_c.dates_in(begin, end).empty()) {
			// "Sáng hôm sau, 4 người được tìm thấy".
			if (const auto when = when_of(m_c, begin, end, n.begin); when.own && when.day) value.period = when.date;
		}
		if (!value.period && mode == Mode::event) {
			if (const auto* day = m_c.date_in(begin, end); day != nullptr && day->from.day != 0)
				value.period = day->edtf;
		}
		if (!value.period && mode == Mode::event) value.period = day_of_activity(n);
		// "Hiện nhà trường đang đào tạo 1.500 lưu học sinh": that is how it stands, whatever day the text is about.
		if (value.theme == model::Theme::education && m_c.dates_in(begin, end).empty() && goes_on(n, begin))
			value.period.reset();
		// "duy trì vị trí thứ 3 với tổng vốn đăng ký 4,2 tỷ USD": how it stands.
		const bool stands = money && is_invested(n, begin) && m_c.dates_in(begin, end).empty();
		if (!value.period && !stands) value.period = earlier_period(n, mode);
		// "24 đợt/480 lượt cán bộ, chiến sĩ tuần tra song phương": what the second half says is of both.
		if (half != nullptr && half->theme == std::nullopt && m_a.tokens[n.begin - 1].is('/') && !m_out.empty()) {
			if (auto* first = std::get_if<model::Result>(&m_out.back().value); first != nullptr && !first->theme)
				first->theme = value.theme;
		}
		if (duplicate(value) || handed_over_too(value, begin, end)) return;
		model::Record record;
		record.evidence = m_c.evidence(evidence_begin(n, act, begin), money ? n.end : std::max(count.end, n.end));
		m_parties.note(value, std::max(count.end, n.end));
		m_kinds = kinds;
		record.value = std::move(value);
		record.certainty = mode == Mode::past ? 0.8F : 0.6F;
		m_out.push_back(std::move(record));
	}

	/// "diễn ra lễ an táng hài cốt 98 liệt sĩ. Các hài cốt này được Đội quy tập A tìm kiếm, cất bốc …": the search that
	/// the next sentence tells of; nullptr where it tells of none.
	const lexicon::Match* search_behind(const Number& n, const Count& count) const {
		if (count.entry == nullptr || count.entry->theme != model::Theme::remains_repatriation) return nullptr;
		const auto s = m_c.sentence_of(n.begin);
		if (s + 1 >= m_a.sentences.size() || m_c.sentence(s + 1).block != m_c.sentence(s).block) return nullptr;
		const auto& next = m_c.sentence(s + 1);
		static constexpr std::array<std::string_view, 3> k_first = {"Số", "Các", "Những"};
		if (next.begin + 2 >= next.end || !base::one_of<k_first>(m_a.word(next.begin)) ||
		    (m_a.word(next.begin + 1) != "hài" && m_a.word(next.begin + 1) != "liệt"))
			return nullptr;
		return m_a.find_cue(next.begin, next.end, Cue::search);
	}

	/// "Trong số 25 lưu học sinh này có 18 em …": the figure told before.
	bool takes_up_last(const Number& n) const {
		const auto first = m_c.sentence(m_c.sentence_of(n.begin)).begin;
		return n.about_begin == first + 2 && m_a.word(first) == "Trong" && m_a.word(first + 1) == "số" &&
		       std::any_of(m_out.begin(), m_out.end(), [&](const model::Record& r) {
			       const auto* known = std::get_if<model::Result>(&r.value);
			       return known != nullptr && known->value == n.value;
		       });
	}

	/// "Lớp có 35 học viên", "Khóa này gồm 186 em đến từ …", behind a course that opens or ends: those whom it teaches.
	bool read_pupils(const Number& n, const Count& count) {
		auto first = m_c.sentence(m_c.sentence_of(n.begin)).begin;
		// "Cô A kể, lớp của cô có 38 học viên": behind the one who tells of it.
		for (auto t = n.begin; t > first + 1 && n.begin - t < 9; --t) {
			if (m_a.word(t) == "lớp" && m_a.tokens[t - 1].is(',')) first = t;
		}
		if (count.entry == nullptr || n.about_begin < first + 2 || n.about_begin > first + 8) return false;
		const auto theme = count.entry->theme;
		if (theme != model::Theme::training && theme != model::Theme::education) return false;
		const auto course = m_a.word(first);
		const auto verb = m_a.word(n.about_begin - 1);
		if ((course != "Lớp" && course != "lớp" && course != "Khóa" && course != "Khoá") ||
		    (verb != "có" && verb != "gồm" && verb != "hút" && verb != "của"))
			return false;
		const model::Activity* told = nullptr;
		for (const auto& record : m_out) {
			const auto* activity = std::get_if<model::Activity>(&record.value);
			if (activity != nullptr && activity->kind == model::ActivityKind::training) told = activity;
		}
		if (told == nullptr && pupils_of_last(n, count, first)) return true;
		if (told == nullptr || !Context::both_sides(told->parties)) return false;
		model::Result value;
		value.value = n.value;
		value.unit = count.unit;
		value.about = n.about;
		const auto teacher = std::find_if(told->parties.begin(), told->parties.end(),
		                                  [](const auto& p) { return kind_of(p) == "school"; });
		const auto own = country_of(teacher != told->parties.end() ? *teacher : told->parties.front());
		for (const auto& p : told->parties) (country_of(p) == own ? value.by : value.to).push_back(p);
		value.theme = m_themes.of(n, count, first, m_c.sentence(m_c.sentence_of(n.begin)).end, false);
		value.period = told->date;
		if (duplicate(value)) return true;
		model::Record record;
		record.evidence = m_c.evidence(first, count.end);
		m_parties.note(value, count.end);
		record.value = std::move(value);
		record.certainty = 0.6F;
		m_out.push_back(std::move(record));
		return true;
	}

	/// "… cử 2 giáo viên sang dạy. Lớp của hai thầy có 54 học trò": of the teachers told before.
	bool pupils_of_last(const Number& n, const Count& count, std::uint32_t first) {
		using model::Theme;
		const auto* last = m_parties.last();
		if (last == nullptr || last->to.empty() ||
		    (last->theme != Theme::language && last->theme != Theme::training && last->theme != Theme::education) ||
		    m_c.sentence_of(n.begin) - m_c.sentence_of(m_parties.last_end() - 1) > 1)
			return false;
		auto value = *last;
		value.value = n.value;
		value.unit = count.unit;
		value.about = n.about;
		if (duplicate(value)) return true;
		model::Record record;
		record.evidence = m_c.evidence(first, count.end);
		m_parties.note(value, count.end);
		record.value = std::move(value);
		record.certainty = 0.6F;
		m_out.push_back(std::move(record));
		return true;
	}

	/// "đào tạo 186 lưu học sinh (A 92, B 94)": the parts of the figure before it, without its noun.
	bool read_bare_share(const Number& n, const Count& count) {
		if (count.entry != nullptr || m_parties.last() == nullptr || n.end >= m_a.tokens.size()) return false;
		const auto& next = m_a.tokens[n.end];
		if (!next.is(',') && !next.is(')') && !next.is(';') && !next.is('.')) return false;
		const auto s = m_c.sentence_of(n.begin);
		if (m_c.sentence_of(m_parties.last_end() - 1) != s || n.begin - m_parties.last_end() > 24) return false;
		const auto share = share_of(m_c, n);
		if (!share) return false;
		auto value = *m_parties.last();
		value.value = n.value;
		value.about = n.about;
		m_parties.fill_share(value, *share);
		model::Record record;
		record.evidence = m_c.evidence(share->begin, n.end);
		m_parties.note(value, n.end);
		record.value = std::move(value);
		record.certainty = 0.6F;
		m_out.push_back(std::move(record));
		return true;
	}

	/// "xây xong 24 vị trí mốc, gồm 3 mốc đại, 9 mốc trung": the kinds of what was counted before.
	bool kind_of_last(const Number& n, const Count& count) const {
		const auto* last = m_parties.last();
		if (last == nullptr || count.entry == nullptr || n.about_begin <= m_parties.last_end() ||
		    n.about_begin - m_parties.last_end() > 12 || (!m_kinds && n.value >= last->value) ||
		    m_c.sentence_of(m_parties.last_end() - 1) != m_c.sentence_of(n.begin))
			return false;
		const auto head = count.unit.substr(0, count.unit.find(' '));
		if (last->unit.find(head) == std::string::npos) return false;
		bool listed = m_kinds;
		for (auto t = m_parties.last_end(); t < n.about_begin; ++t) {
			const auto word = m_a.word(t);
			listed = listed || word == "gồm";
			if (m_a.tokens[t].is(';') || m_a.cue_at(t, Cue::act) != nullptr) return false;
		}
		// "16 hài cốt, gồm: A 11 hài cốt, B 5": the shares of some, no kinds.
		return listed && (!count.entry->theme || count.entry->theme == last->theme) &&
		       m_c.parties_in(m_parties.last_end(), count.end).empty() && !share_of(m_c, n);
	}

	/// "hoàn thành với tổng mức đầu tư hơn 23 tỷ đồng": what a work costs is no result.
	bool is_cost(const Number& n, std::uint32_t begin) const {
		// "bao gồm 2 triệu USD là tiền hỗ trợ của A": what a work was paid with.
		for (auto t = n.end; t + 2 < m_a.tokens.size() && t < n.end + 10; ++t) {
			if (m_a.word(t) == "tiền" && m_a.word(t + 1) == "hỗ" && m_a.word(t + 2) == "trợ" && m_a.word(t - 1) == "là")
				return true;
			if (m_a.tokens[t].is('.') || m_a.tokens[t].is(';')) break;
		}
		// "vốn viện trợ của Chính phủ A trên 152 tỷ đồng; vốn đối ứng của Chính phủ B trên 1,7 tỷ".
		for (auto t = n.about_begin; t > begin + 1 && n.about_begin - t < 16; --t) {
			const auto word = m_a.word(t - 1);
			if (m_a.tokens[t - 1].is(',') || m_a.tokens[t - 1].is(';')) break;
			if (word == "vốn" && t + 1 < n.about_begin &&
			    ((m_a.word(t) == "đối" && m_a.word(t + 1) == "ứng") ||
			     (m_a.word(t) == "viện" && m_a.word(t + 1) == "trợ")))
				return true;
		}
		return m_c.has_cue(n.about_begin > begin + 5 ? n.about_begin - 5 : begin, n.about_begin, Cue::cost) &&
		       !m_c.has_cue(begin, n.about_begin, Cue::compare);
	}

	/// "20 bánh heroin (tương đương gần 7 kg)": the same once more.
	bool in_equivalent(const Number& n, std::uint32_t begin) const {
		for (std::uint32_t back = 1; back <= 5 && n.begin >= begin + back; ++back) {
			if (m_a.tokens[n.begin - back].is('(')) {
				const auto word = m_a.word(n.begin - back + 1);
				return word == "tương" || word == "khoảng" || word == "gần" || word == "trọng" || word == "nặng";
			}
			if (m_a.tokens[n.begin - back].is(')')) return false;
		}
		return false;
	}

	/// "thu giữ 20 bánh heroin, 2 xe ô tô, một khẩu súng": things that are goods elsewhere.
	bool seized(const Number& n, const Count& count, std::uint32_t begin) const {
		static constexpr std::array<std::string_view, 8> k_things = {"xe ",  "ô tô",       "khẩu súng", "mô tô",
		                                                             "súng", "điện thoại", "viên đạn",  "khẩu"};
		const auto thing = [&](const std::string& words) {
			return std::any_of(k_things.begin(), k_things.end(),
			                   [&](std::string_view w) { return words.starts_with(w); });
		};
		if (count.entry == nullptr || (!thing(count.unit) && !thing(count.item))) return false;
		return is_seized(m_c, begin, n.about_begin);
	}

	/// "Hiện có khoảng 12.000 lưu học sinh Lào tại các cơ sở giáo dục Việt Nam".
	bool studies_there(const Count& count) const {
		if (count.entry == nullptr || count.entry->theme != model::Theme::education || count.end >= m_a.tokens.size() ||
		    (m_a.word(count.end) != "tại" && m_a.word(count.end) != "ở"))
			return false;
		static constexpr std::array<std::string_view, 5> k_schools = {"trường", "Trường", "giáo", "Việt", "đào"};
		for (auto t = count.end; t < count.end + 6 && t < m_a.tokens.size(); ++t) {
			if (base::one_of<k_schools>(m_a.word(t))) return true;
		}
		return false;
	}

	/// "tổng vốn đăng ký 5,82 tỷ USD": what companies have put into the other country.
	bool is_invested(const Number& n, std::uint32_t begin) const {
		if (n.currency.empty()) return false;
		for (auto t = n.begin; t > begin + 1 && n.begin - t < 8; --t) {
			const auto w = m_a.word(t - 1);
			if (m_a.tokens[t - 1].kind == text::TokenKind::number || m_a.tokens[t - 1].is(',')) return false;
			if (w == "vốn" || w == "ngạch") {
				const auto next = m_a.word(t);
				return w == "ngạch" || next == "đăng" || next == "đầu" || next == "thực" || next == "FDI" ||
				       (t == n.about_begin && has_invested(begin, t));
			}
		}
		return false;
	}

	/// "4 doanh nghiệp Quảng Nam đầu tư tại Sê Kông": the companies of the one side, in the province of the other.
	void by_companies(model::Result& value, const Count& count) const {
		auto home = m_c.parties_in(count.begin, count.end + 4);
		// "tỉnh A hiện có 18 doanh nghiệp đầu tư tại tỉnh B": who has them stands before the figure.
		const bool there = !home.empty() && home.front().begin > count.end &&
		                   (m_a.word(home.front().begin - 1) == "tại" || m_a.word(home.front().begin - 1) == "sang");
		if (home.empty() || there) home = m_c.parties_in(m_c.clause_of(count.begin).first, count.begin);
		if (home.empty() || home.front().parties.empty()) return;
		const auto own = country_of(home.front().parties.front());
		value.by = {std::string(place_of(home.front().parties.front())) + "/company"};
		value.to.clear();
		for (const auto& p : m_c.parties_in(count.end, m_c.clause_of(count.begin).second)) {
			if (p.parties.empty() || country_of(p.parties.front()) == own || !value.to.empty()) continue;
			value.to = p.parties;
		}
	}

	/// "4 doanh nghiệp đầu tư tại tỉnh B với số vốn 52 triệu USD".
	bool has_invested(std::uint32_t begin, std::uint32_t end) const {
		for (auto t = begin; t + 1 < end; ++t) {
			if (m_a.word(t) == "đầu" && m_a.word(t + 1) == "tư") return true;
		}
		return false;
	}

	/// A noun that no table has counts where a plain word of a deed stands right before its figure: "hướng dẫn 26 nhóm
	/// sở thích".
	bool deed_counts(const Number& n, const Count& count) const {
		if (count.item.empty() || count.item.size() > 40 || count.end <= n.end) return false;
		if (m_a.tokens[n.end].kind != text::TokenKind::word || m_a.tokens[n.end].capital) return false;
		static constexpr std::array<std::string_view, 40> k_no = {
		    "năm",  "tháng", "ngày",  "tuần", "giờ",  "phút",  "bên",    "nước",  "tỉnh",  "huyện",
		    "xã",   "bản",   "nội",   "lĩnh", "mặt",  "nhiệm", "giải",   "điểm",  "ý",     "lực",
		    "đơn",  "cấp",   "triệu", "tỷ",   "phần", "số",    "trường", "mục",   "hướng", "cửa",
		    "loại", "nhóm",  "thành", "kỳ",   "khâu", "chiều", "tầng",   "phòng", "công",  "kg"};
		const auto noun = m_a.word(n.end);
		if (base::one_of<k_no>(noun)) return false;
		static constexpr std::array<std::string_view, 46> k_deeds = {
		    "đào tạo",  "bồi dưỡng",  "tập huấn", "hướng dẫn",  "tuyên truyền", "khám",      "tổ chức được",
		    "mở",       "thu hút",    "vận động", "phát quang", "kiểm tra",     "thành lập", "giải quyết",
		    "xử lý",    "bắt",        "thu giữ",  "phát hiện",  "điều trị",     "chữa",      "mổ",
		    "cấp cứu",  "trao đổi",   "giải cứu", "tiếp nhận",  "ngăn chặn",    "thả",       "soát",
		    "dọn",      "sửa",        "tháo gỡ",  "dỡ bỏ",      "cứu",          "cứu được",  "đưa về",
		    "xác minh", "nghiệm thu", "chặn",     "chặn đứng",  "tịch thu",     "tiêm",      "lấy mẫu",
		    "phun",     "khử khuẩn",  "gỡ",       "phá bỏ"};
		for (std::uint32_t back = 1; back <= 4 && n.about_begin >= back; ++back) {
			const auto t = n.about_begin - back;
			if (m_a.tokens[t].kind != text::TokenKind::word) return false;
			const auto* act = m_a.cue_at(t, Cue::act);
			if (act == nullptr || act->end > n.about_begin || n.about_begin - act->end > 1) continue;
			const auto words = m_a.small_words(act->begin, act->end);
			return base::one_of<k_deeds>(words);
		}
		return undergoes(count);
	}

	/// "7 lán trại bị dỡ", "40 điểm nhóm được thăm khám": what is counted has a deed done to it right behind.
	bool undergoes(const Count& count) const {
		if (count.end + 1 >= m_a.tokens.size()) return false;
		const auto word = m_a.word(count.end);
		if (word != "bị" && word != "được") return false;
		return m_a.cue_at(count.end, Cue::act) != nullptr || m_a.cue_at(count.end + 1, Cue::act) != nullptr;
	}

	static const lexicon::Unit& unlisted() {
		static const lexicon::Unit unit;
		return unit;
	}

	bool goes_on(const Number& n, std::uint32_t begin) const {
		for (std::uint32_t back = 1; back <= 6 && n.about_begin >= begin + back; ++back) {
			const auto word = m_a.word(n.about_begin - back);
			if (word == "đang" || word == "tập") return true;
		}
		return false;
	}

	/// "đoàn đã sang khám bệnh cho gần 1.600 người dân": the figure has the day of the activity that its words tell of.
	std::optional<std::string> day_of_activity(const Number& n) const {
		const auto at = m_a.tokens[n.begin].begin;
		for (const auto& r : m_out) {
			const auto* activity = std::get_if<model::Activity>(&r.value);
			if (activity != nullptr && activity->date && r.evidence.begin.value <= at && at < r.evidence.end.value)
				return activity->date;
		}
		return std::nullopt;
	}

	/// A report goes on over its paragraphs: the period of the figure before it.
	std::optional<std::string> earlier_period(const Number& n, Mode mode) const {
		if (m_parties.last() == nullptr || mode == Mode::future) return std::nullopt;
		const auto& last = *m_parties.last();
		const auto block = m_c.sentence(m_c.sentence_of(n.begin)).block;
		const auto before = m_c.sentence(m_c.sentence_of(m_parties.last_end() - 1)).block;
		if (!last.period || block - before > 3 || last.period->size() == 10 || last.period->size() == 7)
			return std::nullopt;
		return last.period;
	}

	/// "cắm 38/40 vị trí mốc": how many of how many.
	std::optional<double> reached_of(const Number& n) const {
		if (n.begin < 2 || !m_a.tokens[n.begin - 1].is('/') || m_a.tokens[n.begin - 1].space_before ||
		    m_a.tokens[n.begin].space_before)
			return std::nullopt;
		const auto before = m_c.numbers_in(n.begin - 2, n.begin - 1);
		if (before.empty() || before.back().end != n.begin - 1 || before.back().value > n.value ||
		    !before.back().currency.empty())
			return std::nullopt;
		return before.back().value;
	}

	/// "17 hài cốt …. Trong số này có 3 hài cốt xác định được danh tính": parts of the figure before it.
	bool stands_in_number(const Number& n) const {
		const auto first = m_c.sentence(m_c.sentence_of(n.begin)).begin;
		return first + 4 >= n.about_begin && m_a.word(first) == "Trong" && part_of_last(n) != nullptr &&
		       m_parties.last()->theme == model::Theme::remains_repatriation;
	}

	/// "bàn giao 28 lưu học sinh. Trong số này, 20 em học đại học, 8 em học cao đẳng": parts of the figure before them,
	/// where their sentence names nobody.
	const model::Result* part_of_last(const Number& n) const {
		const auto* last = m_parties.last();
		if (last == nullptr) return nullptr;
		const auto s = m_c.sentence_of(n.begin);
		const auto& sentence = m_c.sentence(s);
		if (inner_part(n)) return last;
		if (sentence.begin + 2 > n.begin || m_a.word(sentence.begin) != "Trong") return nullptr;
		const auto next = m_a.word(sentence.begin + 1);
		if (next != "số" && next != "đó") return nullptr;
		const auto before = m_c.sentence_of(m_parties.last_end() - 1);
		if (before != s && (before + 1 != s || m_c.sentence(before).block != sentence.block)) return nullptr;
		if (!m_c.parties_in(sentence.begin, n.begin).empty() || n.value > last->value) return nullptr;
		return last;
	}

	/// "86 học sinh tỉnh A được đón nhận …; 50 em trong số đó do ngân sách tỉnh nuôi trọn khóa".
	bool is_among_last(const Number& n) const {
		if (m_parties.last() == nullptr || !is_schooling_or_health(m_parties.last()->theme)) return false;
		const auto end = m_frames.count(n).end;
		const auto last_end = m_parties.last_end();
		if (end + 2 >= m_a.tokens.size() || n.begin <= last_end || n.value > m_parties.last()->value) return false;
		if (m_a.word(end) != "trong" || m_a.word(end + 1) != "số") return false;
		const auto which = m_a.word(end + 2);
		const auto before = m_c.sentence_of(last_end - 1);
		const auto s = m_c.sentence_of(n.begin);
		return (which == "đó" || which == "ấy" || which == "này" || which == "họ") &&
		       (before == s || (before + 1 == s && m_c.sentence(before).block == m_c.sentence(s).block));
	}

	/// A school of soldiers, of the police or of the party.
	static bool trains_cadres(std::string_view school) {
		static constexpr std::array<std::string_view, 8> k_words = {"quân sự", "chính trị", "sĩ quan",    "biên phòng",
		                                                            "công an", "cảnh sát",  "quốc phòng", "an ninh"};
		return std::any_of(k_words.begin(), k_words.end(),
		                   [&](auto word) { return school.find(word) != std::string_view::npos; });
	}

	static bool is_schooling_or_health(std::optional<model::Theme> theme) {
		using model::Theme;
		return theme == Theme::education || theme == Theme::training || theme == Theme::language ||
		       theme == Theme::health;
	}

	/// "128 học sinh của bạn, trong đó có 54 em học cao đẳng": nobody is named since the whole, nor of the part itself.
	bool inner_part(const Number& n) const {
		const auto last_end = m_parties.last_end();
		if (!is_schooling_or_health(m_parties.last()->theme)) return false;
		if (n.begin <= last_end || n.begin - last_end > 24 || n.value > m_parties.last()->value ||
		    m_c.sentence_of(last_end - 1) != m_c.sentence_of(n.begin))
			return false;
		bool inside = false;
		for (std::uint32_t back = 1; back <= 3 && n.about_begin > last_end + back; ++back)
			inside =
			    inside || (m_a.word(n.about_begin - back) == "đó" && m_a.word(n.about_begin - back - 1) == "trong");
		if (!inside) return false;
		const auto stop = std::min(m_c.clause_of(n.begin).second, n.end + 12);
		return m_c.parties_in(n.begin, stop).empty() && !share_of(m_c, n);
	}

	/// "126 đoàn/1.180 lượt người": the second figure of a pair is about the same deed as the first.
	const model::Result* first_half(const Number& n) const {
		if (m_parties.last() == nullptr || n.begin == 0) return nullptr;
		const auto end = m_parties.last_end();
		if (end + 1 == n.begin && m_a.tokens[end].is('/')) return m_parties.last();
		// "mở 5 lớp cho 136 lượt cán bộ", "tuần tra 12 lần, với 240 lượt người", "36 buổi, cho 1.850 lượt người".
		if (n.about_begin <= end || n.about_begin - end > 2 || m_c.sentence_of(end) != m_c.sentence_of(n.begin))
			return nullptr;
		const auto word = m_a.word(n.about_begin - 1);
		const bool mark = n.about_begin - end == 1 || m_a.tokens[end].is(',');
		return mark && (word == "cho" || word == "với") ? m_parties.last() : nullptr;
	}

	/// Done by one side alone, with no word of the other: domestic, whatever it counts.
	bool one_sided(const model::Result& value, const Number& n) const {
		if (Context::both_sides(value.by) || !value.to.empty()) return false;
		using model::Theme;
		// "tỉnh A đã xây dựng xong 65 vị trí mốc": markers stand between the two.
		if (value.unit.find("mốc") != std::string::npos) return false;
		static constexpr std::array k_across = {Theme::remains_repatriation, Theme::trade_investment,
		                                        Theme::border_gate, Theme::infrastructure};
		if (value.theme && std::find(k_across.begin(), k_across.end(), *value.theme) != k_across.end()) return false;
		const auto& sentence = m_c.sentence(m_c.sentence_of(n.begin));
		if (m_c.has_cue(sentence.begin, sentence.end, Cue::friends)) return false;
		for (auto t = sentence.begin; t < sentence.end; ++t) {
			if (says_laos(m_a, t)) return false;
		}
		return true;
	}

	std::uint32_t evidence_begin(const Number& n, const lexicon::Match* act, std::uint32_t begin) const {
		if (reached_of(n)) return n.begin - 2;
		if (act != nullptr && act->begin >= begin && n.begin - act->begin < 25 &&
		    m_c.numbers_in(act->begin, n.begin).empty())
			return act->begin;
		return n.about_begin;
	}

	bool after_compare(const Number& n, std::uint32_t begin) const {
		for (std::uint32_t back = 1; back <= 3 && n.begin >= begin + back; ++back) {
			const auto w = m_a.word(n.begin - back);
			if (w == "tăng" || w == "giảm" || w == "gấp" || (w == "với" && m_a.word(n.begin - back + 1) != "nhau"))
				return true;
		}
		return false;
	}

	/// "lễ bàn giao 19 hài cốt", and behind it "mùa khô qua, Đội đã cất bốc được 19 hài cốt": the same ones; who found
	/// them and when counts.
	bool handed_over_too(const model::Result& value, std::uint32_t begin, std::uint32_t end) {
		if (value.theme != model::Theme::remains_repatriation || value.value < 2) return false;
		for (auto& r : m_out) {
			auto* known = std::get_if<model::Result>(&r.value);
			if (known == nullptr || known->theme != value.theme || known->value != value.value) continue;
			const bool season = value.period && value.period->size() != 10;
			if ((season || m_c.has_cue(begin, end, Cue::search)) && !m_c.has_cue(begin, end, Cue::handover))
				*known = value;
			return true;
		}
		return false;
	}

	bool duplicate(const model::Result& value) const {
		using model::Theme;
		// "bắt 2 đối tượng có lệnh truy nã. … bắt giữ 2 đối tượng": the same ones, once with more words.
		const bool caught = value.theme == Theme::crime_prevention || value.theme == Theme::drugs;
		const auto same_unit = [&](const std::string& unit) {
			// "10 sinh viên" of the text, "10 sinh viên Lào" under the picture.
			if (unit == value.unit + " Lào" || value.unit == unit + " Lào") return true;
			return unit == value.unit ||
			       (caught && (unit.starts_with(value.unit + ' ') || value.unit.starts_with(unit + ' ')));
		};
		return std::any_of(m_out.begin(), m_out.end(), [&](const model::Record& r) {
			const auto* known = std::get_if<model::Result>(&r.value);
			return known != nullptr && known->value == value.value && same_unit(known->unit) &&
			       known->theme == value.theme &&
			       (known->to == value.to || known->to.size() != 1 || value.to.size() != 1 ||
			        (known->by == value.by && place_of(value.to[0]).size() == 2));
		});
	}

	const Context& m_c;
	const Annotated& m_a;
	std::vector<model::Record>& m_out;
	const std::vector<bool>& m_used;
	Frames& m_frames;
	ResultParties m_parties;
	ResultThemes m_themes;
	UncountedFigures m_uncounted;
	bool m_kinds = false;  ///< the figure read last was one of the kinds of another
};

}  // namespace

void find_results(const Context& context, Frames& frames, std::vector<model::Record>& out,
                  const std::vector<bool>& used) {
	Results(context, frames, out, used).run();
}

}  // namespace bienban::extraction
