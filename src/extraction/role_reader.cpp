#include "extraction/role_reader.hpp"

#include <array>

#include "base/one_of.hpp"
#include "extraction/person_name.hpp"

namespace bienban::extraction {
namespace {

using lexicon::EntryClass;
using lexicon::NameClass;
using text::TokenKind;

/// Words behind a name that let expect its post, and words behind which a name may stand alone.
constexpr auto k_before_post =
    std::to_array<std::string_view>({"là", "hiện", "nguyên", "làm", "giữ", "chức", "vụ", "kiêm"});
constexpr auto k_before_name =
    std::to_array<std::string_view>({"và", "có", "là", "do", "với", "của", "gồm", "cùng", "bởi", "giữa"});
constexpr std::size_t k_longest_link = 8;  // bytes

constexpr base::FirstBytes k_post_begins(k_before_post);
constexpr base::FirstBytes k_name_begins(k_before_name);
constexpr auto k_link_begins = k_post_begins | k_name_begins;

using base::one_of;

/// What stands between the last part of a role and the next token.
enum class Gap : std::uint8_t {
	none,
	comma,
	dash,
	bracket,
	is,     ///< "là", "hiện là": a post may follow the name
	start,  ///< a name without any word before it may begin: start of a sentence, "và", "có", ";", a bullet
	word
};

/// Reads one sentence after the other from left to right. Two things are kept: what was said so far of a person who is
/// still to be named (`m_pending`) and the person named last, whose posts may follow (`m_open`).
class Reader {
public:
	explicit Reader(const Annotated& a) : m_a(a) {}

	std::vector<NamedRole> read() {
		m_found.reserve(m_a.tokens.size() / 32);
		for (std::uint32_t s = 0; s < m_a.sentences.size(); ++s) {
			if (!shouted(m_a.sentences[s])) sentence(s);
		}
		return std::move(m_found);
	}

private:
	struct Pending {
		std::optional<TokenRange> rank;
		std::vector<TokenRange> posts;
		std::uint32_t begin = 0;
		bool any = false;
		bool addressed = false;
		bool comrade = false;
		bool role = false;
		bool plural = false;
		bool tentative = false;  ///< the posts may be another person's

		bool touched() const { return any || addressed || comrade || role || plural || tentative; }
	};

	/// A headline in capitals has no capitals to tell names by.
	bool shouted(const text::Sentence& s) const {
		std::uint32_t words = 0;
		std::uint32_t capitals = 0;
		for (auto i = s.begin; i < s.end && words < 24; ++i) {
			if (m_a.tokens[i].kind != TokenKind::word) continue;
			++words;
			capitals += m_a.tokens[i].all_capital ? 1U : 0U;
		}
		return words >= 4 && capitals * 10 > words * 7;
	}

	void sentence(std::uint32_t index) {
		m_sentence = index;
		m_begin = m_a.sentences[index].begin;
		m_end = m_a.sentences[index].end;
		m_pending = {};
		m_shared.clear();
		m_open = false;
		m_gap = Gap::start;
		for (auto i = m_begin; i < m_end;) i = token(i);
	}

	/// Reads what begins at the token and returns the token behind it.
	std::uint32_t token(std::uint32_t i) {
		const auto& t = m_a.tokens[i];
		if (t.kind == TokenKind::punctuation) return mark(i);
		if (t.kind == TokenKind::number) return word(i);
		if (m_a.begins(i, k_roles)) {
			if (const auto* rank = m_a.at(i, EntryClass::rank)) return take_rank(*rank);
			if (const auto* address = m_a.at(i, EntryClass::address)) {
				// "Thiếu tá Già Bá Chù": behind a rank a form of address is a surname.
				const bool named = m_gap == Gap::none && m_pending.rank && t.capital;
				if (addresses(*address) && (!named || address->size() > 1 || t.all_capital))
					return take_address(*address);
			}
			if (post_begins(m_a, i)) return take_post(i);
		}
		if (t.capital) {
			if (const auto end = name(i); end > i) return end;
		}
		return word(i);
	}

	static constexpr auto k_roles =
	    class_bit(EntryClass::rank) | class_bit(EntryClass::address) | class_bit(EntryClass::post);

	// Ranks, posts, forms of address.

	std::uint32_t take_rank(const lexicon::Match& rank) {
		const TokenRange range{rank.begin, rank.end};
		if (m_open && m_gap != Gap::word && !m_found.back().rank &&
		    (rank.end >= m_end || !m_a.tokens[rank.end].capital)) {
			// "ông A, Đại tá, Chỉ huy trưởng"
			m_found.back().rank = range;
			m_found.back().whole.end = rank.end;
			m_gap = Gap::none;
			return rank.end;
		}
		m_open = false;
		// "theo lời mời của Tổng Tham mưu trưởng QĐND Việt Nam, Trung tướng A, Tổng Tham mưu trưởng QĐND Lào": the post
		// before is the host's, who has no name here.
		if (m_gap == Gap::comma && !m_pending.posts.empty() && invites(m_pending.posts.front().begin))
			m_pending.tentative = true;
		begin_pending(rank.begin);
		m_pending.rank = range;
		m_gap = Gap::none;
		return rank.end;
	}

	/// "(lời) mời của": does whoever is told here invite?
	bool invites(std::uint32_t post) const {
		return post >= m_begin + 2 && m_a.word(post - 1) == "của" && m_a.word(post - 2) == "mời";
	}

	/// A form of address stands before a name, a post or a rank, and is no part of a place ("Bà Rịa").
	bool addresses(const lexicon::Match& address) const {
		if (address.end >= m_end || m_a.at(address.begin, EntryClass::province) != nullptr) return false;
		const auto& next = m_a.tokens[address.end];
		return next.capital || next.is(':') || next.is('.') || next.is(',') || post_begins(m_a, address.end) ||
		       m_a.at(address.end, EntryClass::rank) != nullptr || m_a.at(address.end, EntryClass::address) != nullptr;
	}

	std::uint32_t take_address(const lexicon::Match& address) {
		m_open = false;
		// "Thứ trưởng Bộ Quốc phòng Lào, đồng chí A" is A's post, unless another follows A's name.
		if (m_gap == Gap::comma && !m_pending.rank) m_pending.tentative = true;
		m_pending.addressed = true;
		const auto words = m_a.words(address.begin, address.end);
		m_pending.comrade = m_pending.comrade || words.find("ồng chí") != std::string_view::npos ||
		                    words.find("đ/c") != std::string_view::npos || words.find("Đ/c") != std::string_view::npos;
		m_pending.plural = m_pending.plural || m_a.word(address.begin) == "các" || m_a.word(address.begin) == "Các";
		m_gap = Gap::none;
		auto end = address.end;
		if (end < m_end && m_a.tokens[end].is('.') && !m_a.tokens[end].space_before) ++end;
		return end;
	}

	std::uint32_t take_post(std::uint32_t i) {
		// Behind "A," stands A's own post, unless A's posts came before the name: then the next person's may.
		const bool trailing = m_open && m_gap != Gap::word && m_gap != Gap::start;
		const bool own = trailing && !m_prenominal;
		const auto phrase = read_post(m_a, i, m_end, own ? Follows::title : Follows::name);
		if (trailing && phrase.name.empty()) {
			auto& role = m_found.back();
			if (m_tentative && !phrase.role) {
				role.posts.clear();
				role.whole.begin = role.name.begin;
				m_tentative = false;
			}
			// "Đại tá A, Phó Chỉ huy trưởng, làm Đội trưởng" of a patrol.
			const bool squad =
			    i > m_begin && m_a.word(i - 1) == "làm" && !role.posts.empty() &&
			    (m_a.word(i) == "Đội" || m_a.word(i) == "đội" || m_a.word(i) == "Tổ" || m_a.word(i) == "tổ");
			if (phrase.role || squad) {
				role.event_role = true;
			} else {
				role.posts.push_back(phrase.title);
				role.whole.end = phrase.title.end;
			}
			m_gap = Gap::none;
			return phrase.title.end;
		}
		m_open = false;
		begin_pending(i);
		if (phrase.role) {
			m_pending.role = true;
		} else {
			m_pending.posts.push_back(phrase.title);
		}
		m_pending.plural = m_pending.plural || (i > m_begin && is_plural(m_a.word(i - 1)));
		m_gap = Gap::none;
		if (phrase.name.empty()) return phrase.title.end;
		m_prenominal = true;
		add(phrase.name, phrase.guessed);
		return phrase.name.end;
	}

	static bool is_plural(std::string_view word) {
		return word == "các" || word == "hai" || word == "ba" || word == "những" || word == "Các";
	}

	void begin_pending(std::uint32_t begin) {
		if (!m_pending.any) m_pending.begin = begin;
		m_pending.any = true;
	}

	// Names.

	/// The end of the name that begins at the token, the token itself where none does.
	std::uint32_t name(std::uint32_t i) {
		const bool direct = m_gap == Gap::none || (m_gap == Gap::comma && (m_pending.rank || !m_pending.posts.empty()));
		if (direct && (m_pending.rank || m_pending.addressed || m_pending.role || !m_pending.posts.empty())) {
			const auto end = name_end(m_a, i, m_end);
			const auto shape = shape_of(m_a, i, end);
			// Behind a post and a comma only what clearly is a name.
			// "Phó Tỉnh trưởng tỉnh A (Lào) Khamla Vongsa": the bracket ends the post, a name of any shape follows.
			const bool closed = i > m_begin && m_a.tokens[i - 1].is(')') && m_gap == Gap::none && shape.words >= 2 &&
			                    !is_place(i, end) && m_a.at(i, EntryClass::body) == nullptr;
			const bool sure = m_pending.rank || m_pending.addressed || closed;
			if (!sure && (!shape.vietnamese() || shape.words < 3)) return i;
			if (m_a.words(i, end).size() < 2) return i;
			m_prenominal = !m_pending.posts.empty() && !m_pending.tentative;
			add({i, end}, false);
			return end;
		}
		if (m_gap != Gap::start && m_gap != Gap::comma) return i;
		if (m_open && m_gap == Gap::comma && m_shared.empty()) return i;
		return bare_name(i);
	}

	/// A name without a word before it, told by the post that follows: "…; Nguyễn Văn A, Phó Bí thư Tỉnh ủy".
	std::uint32_t bare_name(std::uint32_t i) {
		if (m_a.at(i, EntryClass::body) != nullptr && name_word_at(m_a, i, NameClass::surname) == nullptr) return i;
		const auto end = name_end(m_a, i, m_end);
		if (end >= m_end || m_a.tokens[end].kind != TokenKind::punctuation) {
			if (m_shared.empty()) return i;
		}
		const auto shape = shape_of(m_a, i, end);
		if (!shape.vietnamese() && !shape.foreign) return i;
		if (shape.words < 2 || is_place(i, end)) return i;
		if (m_shared.empty() && !post_follows(end)) return i;
		m_pending = {};
		m_prenominal = false;
		add({i, end}, false);
		if (!m_shared.empty() && !post_follows(end)) m_found.back().posts = m_shared;
		return end;
	}

	/// Does ", post" or "- post" or "(post" follow, perhaps behind another spelling of the name in brackets?
	bool post_follows(std::uint32_t i) const {
		if (i < m_end && m_a.tokens[i].is('(')) {
			const auto close = closing(i);
			if (close > i && !post_begins(m_a, i + 1)) i = close;
		}
		if (i + 1 >= m_end) return false;
		const auto& t = m_a.tokens[i];
		if (!t.is(',') && !t.is('-') && !t.is('(')) return false;
		if (!post_begins(m_a, i + 1)) return false;
		return read_post(m_a, i + 1, m_end, Follows::title).name.empty();
	}

	bool is_place(std::uint32_t begin, std::uint32_t end) const {
		for (const auto cls :
		     {EntryClass::province, EntryClass::country, EntryClass::district, EntryClass::gate, EntryClass::seat}) {
			if (const auto* match = m_a.at(begin, cls); match != nullptr && match->end >= end) return true;
		}
		return false;
	}

	void add(TokenRange name, bool guessed) {
		NamedRole role;
		role.name = name;
		role.shape = shape_of(m_a, name.begin, name.end);
		role.rank = m_pending.rank;
		role.posts = std::move(m_pending.posts);
		role.whole = {m_pending.any ? m_pending.begin : name.begin, name.end};
		role.sentence = m_sentence;
		role.comrade = m_pending.comrade;
		role.event_role = m_pending.role;
		role.guessed = guessed;
		m_tentative = m_pending.tentative;
		m_pending = {};
		m_gap = Gap::none;
		m_open = true;
		m_found.push_back(std::move(role));
	}

	// What stands between.

	/// The token behind the bracket that opens at `i`; `i` where it does not close soon.
	std::uint32_t closing(std::uint32_t i) const {
		constexpr std::uint32_t k_longest_bracket = 16;
		for (auto k = i + 1; k < m_end && k < i + k_longest_bracket; ++k) {
			if (m_a.tokens[k].is(')')) return k + 1;
		}
		return i;
	}

	std::uint32_t mark(std::uint32_t i) {
		const auto& t = m_a.tokens[i];
		switch (t.mark) {
			case ',': m_gap = m_open || m_pending.any ? Gap::comma : Gap::start; return i + 1;
			case '-': m_gap = m_open || m_pending.any ? Gap::dash : Gap::start; return i + 1;
			case '(':
				if (m_open && i + 1 < m_end &&
				    (post_begins(m_a, i + 1) || m_a.at(i + 1, EntryClass::rank) != nullptr)) {
					m_gap = Gap::bracket;
					return i + 1;
				}
				// A second spelling of the name, or the country behind the post.
				if (const auto end = closing(i); (m_open || m_pending.any) && end > i) return end;
				break;
			case ')': m_gap = m_open ? Gap::none : Gap::word; return i + 1;
			case ':':
				// "các đồng chí Phó Chủ tịch UBND tỉnh: A, B": one post for all of the list.
				m_shared.clear();
				if (m_pending.plural && m_gap == Gap::none) m_shared = m_pending.posts;
				m_pending = {};
				m_open = false;
				m_gap = Gap::start;
				return i + 1;
			case '*':
			case '+': m_gap = Gap::start; break;
			case ';': m_gap = Gap::start; break;
			default: m_gap = Gap::word; break;
		}
		if (m_pending.touched()) m_pending = {};
		m_open = false;
		return i + 1;
	}

	std::uint32_t word(std::uint32_t i) {
		const auto w = m_a.word(i);
		if (!k_link_begins.begin(w)) {
			if (m_pending.touched()) m_pending = {};
			m_gap = Gap::word;
			m_open = false;
			return i + 1;
		}
		const bool short_word = w.size() >= 2 && w.size() <= k_longest_link;
		if (short_word && m_open && k_post_begins.begin(w) && one_of(w, k_before_post)) {
			m_gap = Gap::is;
			return i + 1;
		}
		// "Giám đốc Bệnh viện A, kiêm trưởng đoàn công tác Hồ Văn B": his posts go on.
		if (w == "kiêm" && !m_pending.posts.empty()) {
			m_gap = Gap::none;
			return i + 1;
		}
		const bool opens = short_word && k_name_begins.begin(w) && one_of(w, k_before_name);
		m_gap = opens ? Gap::start : Gap::word;
		if (m_pending.touched() && (!opens || w != "và" || !m_pending.plural)) m_pending = {};
		m_open = false;
		return i + 1;
	}

	const Annotated& m_a;
	std::vector<NamedRole> m_found;
	Pending m_pending;
	std::vector<TokenRange> m_shared;  ///< posts that all names of a list have
	bool m_open = false;               ///< the last of m_found may still get posts
	bool m_tentative = false;          ///< its posts before the name give way to one behind it
	bool m_prenominal = false;         ///< its posts stood before its name
	Gap m_gap = Gap::start;
	std::uint32_t m_sentence = 0;
	std::uint32_t m_begin = 0;
	std::uint32_t m_end = 0;
};

}  // namespace

std::vector<NamedRole> read_roles(const Annotated& a) { return Reader(a).read(); }

}  // namespace bienban::extraction
