#include "reading/page_words.hpp"

#include <algorithm>
#include <bitset>
#include <string>
#include <unordered_map>
#include <vector>

namespace bienban::reading {

namespace {

struct Group {
	PageWord word;
	std::string_view phrases;  ///< parted by |
};

// Collected from the genre, not from one site: what Vietnamese news pages and portals print around an article.
constexpr Group k_groups[] = {
    {PageWord::tool,
     "a|aa|in ra|dong cua so|dong cua so nay|chia se tren|share this|like this|chia se bai|chia se voi|xem phien ban "
     "in|co chu|kich thuoc chu|font|mac dinh|tuong phan|do tuong phan|nghe doc bai|nghe bai viet|nghe|doc bai|audio|"
     "in|in trang|in trang nay|in bai|in bai viet|in tin|ban in|print|luu|luu bai|luu bai viet|luu tin|save|"
     "chia se|chia se bai viet|chia se tin|chia se facebook|chia se qua|chia se len|share|tweet|like|thich|theo "
     "doi|follow|"
     "facebook|zalo|twitter|x|email|e-mail|mail|gmail|linkedin|pinterest|telegram|messenger|viber|whatsapp|line|f|z|t|"
     "g|"
     "copy|copy link|link|sao chep|sao chep lien ket|sao chep link|lien ket|da sao chep|lay link|link bai goc|"
     "gui|gui bai|gui bai viet|gui mail|gui email|gui cho ban be|gui ban be|gui nhan xet|gui phan hoi|phan hoi|"
     "tang sao|sao|danh gia|binh chon|xep hang|diem|luot|luot xem|so luot xem|luot doc|luot truy cap|da xem|da "
     "doc|view|"
     "views|xem|doc|viet|phan hoi cho bai viet|luot thich|luot chia se|nhan xet|ky tu|ma xac nhan|ma bao mat|ma an "
     "toan|"
     "ho va ten|ho ten|ten|ten cua ban|dia chi email|noi dung|tieu de|dong y|huy|huy bo|nhap lai|xoa|dong|"
     "tai ve|tai xuong|tai file|download|tai lieu dinh kem|file dinh kem|xem anh|phong to|phong to anh|xem video|"
     "quay lai|tro lai|tro ve|ve dau trang|len dau trang|dau trang|top|back|next|previous|prev|tiep|tiep "
     "theo|truoc|sau|"
     "trang truoc|trang sau|bai truoc|bai sau|xem tat ca|tat ca|an bot|thu gon|mo rong|video|clip|anh|podcast|"
     "cap nhat|cap nhat luc|cap nhat ngay|cap nhat lan cuoi|lan cap nhat cuoi|duoc viet ngay|duoc viet|dang luc|dang "
     "ngay|"
     "ngay dang|ngay dang tin|ngay dang bai|dang tai|dang vao|thoi gian dang|ngay xuat ban|xuat ban|xuat ban ngay|"
     "xuat ban luc|so ra|so ra ngay|ra ngay|so bao ra ngay|so bao ngay|bao ra ngay|phat hanh ngay|ngay phat hanh|ngay "
     "ban hanh|ngay tao|ngay cap nhat|ngay|luc|vao luc|hoi|gmt|utc|am|pm|gio|phut|phut doc|thoi luong doc|chuyen "
     "muc|thoi "
     "gian|published|updated|posted on|"
     "thu hai|thu ba|thu tu|thu nam|thu sau|thu bay|thu 2|thu 3|thu 4|thu 5|thu 6|thu 7|chu nhat|cn|t2|t3|t4|t5|t6|t7|"
     "monday|tuesday|wednesday|thursday|friday|saturday|sunday|google news|google|mxh|mang xa hoi|admin|administrator|"
     "quan tri|quan tri vien|dang boi|nguoi dang|by|written by|ban doc|tra loi|bao cao|bao cao vi pham|them|tin tuc"},
    {PageWord::site,
     "trang chu|trang nhat|home|gioi thieu|lien he|lien he toa soan|dang nhap|dang ky|dang xuat|tim kiem|tim kiem nang "
     "cao|"
     "rss|sitemap|so do site|so do cong|so do trang|hop thu|hop thu cong vu|thu dien tu|tieng "
     "viet|english|vietnamese|lao|"
     "hotline|duong day nong|thoi tiet|nhiet do|do c|°c|bao in|bao giay|doc bao in|menu|mobile|lich cong tac|"
     "youtube|tiktok|hoi dap|thu vien anh|thu vien video|quang cao|dat bao|e-paper|truyen hinh|phat thanh|"
     "ban do|ban mobile|phien ban cu|toa soan|ung dung|tai ung dung"},
    {PageWord::line,
     "tro thanh nguoi dau tien|hay la nguoi dau tien|ban con|ban vui long|vui long|ban can dang nhap|dang nhap de|"
     "chua co binh luan|chua co danh gia|co 0 binh luan|khong co binh luan|thong tin tai khoan|duoc quan tam nhat|"
     "tong so diem|click de danh gia|bam de danh gia|nhan vao day|bam vao day|click vao day|xem tiep|doc tiep|"
     "viet binh luan|nhap binh luan|nhap noi dung|gui binh luan|y kien cua ban se duoc|theo doi chung toi|"
     "theo doi bao|theo doi tren|moi quy vi|moi ban doc|moi doc gia|moi quy doc gia|dang ky kenh|dang ky nhan tin|"
     "trinh duyet|your browser|javascript|cookie|luot truy cap hom nay|dang truy cap|so luot truy cap|tong luot truy "
     "cap|"
     "link nguon|duong dan|http|https|www|nghe noi dung bai viet|nghe noi dung|giong nu|giong nam|toc do doc|"
     "chuyen doi giong|noi dung bai viet duoc doc|bai viet nay co huu ich|ban thich bai viet nay|nguoi kiem duyet|"
     "anh minh hoa nguon internet|con nua"},
    {PageWord::inset,
     "xem them|doc them|xem them tin|tin lien quan|bai lien quan|bai viet lien quan|tin bai lien quan|tin bai co lien "
     "quan|"
     "noi dung lien quan|lien quan|moi ban xem them|co the ban quan tam|ban co the quan tam|doc ngay|xem ngay|"
     "dang chu y|tin nen doc|nen doc|dong su kien|su kien lien quan|chu de lien quan|bai cung chu de|tin cung chu de|"
     "cung chu de|bai viet cung chu de|cung su kien|bai cung su kien|clip lien quan|video lien quan|co lien quan|tham "
     "khao them"},
    {PageWord::related,
     "tin cung chuyen muc|cung chuyen muc|bai cung chuyen muc|tin bai cung chuyen muc|tin trong chuyen muc|"
     "bai viet cung chuyen muc|tin tuc cung chuyen muc|cung muc|tin cung muc|tin khac|cac tin khac|tin bai khac|"
     "cac tin bai khac|bai khac|bai viet khac|cac bai khac|cac bai viet khac|nhung tin khac|tin tuc khac|cac tin tuc "
     "khac|"
     "cac tin da dua|tin da dua|cac tin cu|cac tin cu hon|cac tin moi|cac tin moi hon|tin cu hon|tin moi hon|"
     "nhung tin cu hon|nhung tin moi hon|cac tin truoc|cac tin tiep theo|cac tin lien quan|tin moi|tin moi nhat|"
     "tin moi cap nhat|tin moi dang|bai moi|bai moi nhat|bai viet moi|bai viet moi nhat|tin noi bat|noi bat|bai noi "
     "bat|"
     "tin tieu diem|tieu diem|tin nong|tin hot|tin doc nhieu|doc nhieu|doc nhieu nhat|tin doc nhieu nhat|xem nhieu|"
     "xem nhieu nhat|tin xem nhieu|tin xem nhieu nhat|bai doc nhieu|bai doc nhieu nhat|duoc quan tam|tin duoc quan tam|"
     "co the ban muon doc|danh cho ban|goi y cho ban|de xuat cho ban|tin trong ngay|tin trong tinh|tin anh|tin video|"
     "thong tin khac|cung tac gia|bai cung tac gia|van ban moi|thong bao moi|"
     "chu de hot|chuyen muc khac|chuyen de|multimedia|media|da phuong tien|xem theo chuyen muc|tin theo chuyen muc|"
     "xem anh khac|anh khac|anh lien quan|xem tiep|tin tiep theo|co the ban chua xem|co the ban chua doc|doc tiep|tin "
     "cung "
     "chu de khac|bai cung chuyen de|cung chuyen de|tin dang chu y|tin moi trong ngay|tin theo dong su kien|"
     "related news|related posts|other news|latest news"},
    {PageWord::comments,
     "binh luan|cac binh luan|binh luan cua ban|binh luan cua ban doc|y kien ban doc|y kien|y kien cua ban|y kien doc "
     "gia|"
     "gui y kien|gui y kien cua ban|y kien binh luan|y kien phan hoi|thao luan|phan hoi cua ban|viet binh luan cua ban|"
     "gui binh luan cua ban|comment|comments|leave a reply|de lai binh luan|de lai mot binh luan|tra loi binh luan"},
    {PageWord::footer,
     "tim kiem theo ngay|tim theo ngay|xem theo ngay|xem tin theo ngay|tin theo ngay|loc theo ngay|chon ngay|luu tru "
     "theo ngay|"
     "ban quyen|copyright|c copyright|giay phep|giay phep so|gp so|so giay phep|tong bien tap|chiu trach nhiem|"
     "chiu trach nhiem noi dung|chiu trach nhiem chinh|co quan chu quan|co quan chu quan bao|don vi chu quan|dia chi|"
     "tru so|dien thoai|fax|phat trien boi|thiet ke boi|thiet ke va phat trien|powered by|ghi ro nguon|all rights "
     "reserved|"
     "thong ke truy cap|lien ket website|lien ket web|lien ket trang|website lien ket|lien ket huu ich|so nguoi truy "
     "cap"},
    {PageWord::tags, "tu khoa|tags|tag|the|chu de|hashtag|tag bai viet|tu khoa lien quan|keyword|keywords"},
    {PageWord::source, "nguon|nguon tin|theo|nguon bai|trich nguon|trich tu|dan nguon|tong hop tu"},
};

struct Phrase {
	std::string_view text;
	PageWord word;
};

/// The phrases by their first word. Most words of a text are none: a few bits of the word tell that without a hash.
struct Index {
	std::unordered_map<std::string_view, std::vector<Phrase>> phrases;
	std::bitset<1U << 14U> first_words;

	static std::size_t bits_of(std::string_view word) {
		const auto at = [&](std::size_t i) { return static_cast<std::size_t>(word[i]) & 31U; };
		if (word.empty()) return 0;
		return at(0) | (at(word.size() / 2) << 5U) | ((word.size() & 15U) << 10U);
	}
	/// The phrases that begin with the word, nothing where there are none.
	const std::vector<Phrase>* find(std::string_view word) const {
		if (!first_words[bits_of(word)]) return nullptr;
		const auto found = phrases.find(word);
		return found == phrases.end() ? nullptr : &found->second;
	}
};

Index make_index() {
	Index index;
	for (const Group& group : k_groups) {
		std::string_view rest = group.phrases;
		while (!rest.empty()) {
			const std::string_view phrase = rest.substr(0, rest.find('|'));
			rest.remove_prefix(std::min(rest.size(), phrase.size() + 1));
			const std::string_view word = phrase.substr(0, phrase.find(' '));
			index.phrases[word].push_back({phrase, group.word});
			index.first_words.set(Index::bits_of(word));
		}
	}
	for (auto& [first, phrases] : index.phrases) {
		std::ranges::sort(phrases, [](const Phrase& a, const Phrase& b) { return a.text.size() > b.text.size(); });
	}
	return index;
}

const Index& index() {
	static const Index k_index = make_index();
	return k_index;
}

}  // namespace

PageWordMatch match_page_word(std::string_view bare) {
	const std::vector<Phrase>* phrases = index().find(bare.substr(0, bare.find(' ')));
	if (phrases == nullptr) return {};
	for (const Phrase& phrase : *phrases) {
		if (!bare.starts_with(phrase.text)) continue;
		if (bare.size() == phrase.text.size() || bare[phrase.text.size()] == ' ')
			return {phrase.word, phrase.text.size()};
	}
	return {};
}

FirstWord match_page_first(std::string_view word) {
	return index().find(word) != nullptr ? FirstWord::yes : FirstWord::no;
}

}  // namespace bienban::reading
