#pragma once

#include <array>
#include <string_view>

/// The sentences of the generated papers. Templates are filled by Page; what the slots and facts stand for is told in
/// world_desk.cpp.
namespace bienban::bench::words {

// Slots: V L the two bodies at their first mention, v l afterwards, B both together, A a the provinces' names, C c the
// heads of both sides with their posts, d the day, P the place with a comma behind it, Q the place with a space before
// it, R "thường niên", O the ordinal, Y the year, T the paper's term, S the stretch of border, W w the villages;
// of a gift: G what, X x giver and receiver, N n the same at their first mention, F the receiver as "phía bạn",
// Z the giver where it cannot be left out;
// of a visit: H h host and guest, K k the same at their first mention, E who leads the guests.
// Facts: m meeting, g agreement, a achievement, c commitment, s support, v visit, p patrol, t twinning, f a figure.

inline constexpr std::array<std::string_view, 6> k_talks_titles = {
    "[m{^v} và {l} hội đàm{R}]",
    "[mHội đàm{R} giữa {v} và {l}]",
    "{A} - {a}: Chung tay giữ bình yên vùng biên",
    "{A} và {a} bàn việc phối hợp năm tới",
    "Một năm phối hợp giữa {v} và {l}",
    "Đường biên {A} - {a}: Việc chung của hai bên",
};

inline constexpr std::array<std::string_view, 6> k_talks_leads = {
    "[m{^d}, {P}{V} và {L} <tổ chức|tiến hành> hội đàm{R}{O}]. {^C} và {c} <đồng chủ trì|chủ trì hội đàm|đồng chủ trì "
    "hội đàm>.",
    "[m{^d}, {P}{L} và {V} <tổ chức|tiến hành> hội đàm{R}{O}]. {^c} và {C} <đồng chủ trì|chủ trì hội đàm|cùng chủ trì "
    "hội đàm>.",
    "[mHội đàm{R}{O} giữa {V} và {L} <diễn ra|được tổ chức> {d}{Q}]. <Chủ trì hội đàm|Đồng chủ trì> có {C} và {c}.",
    "[m{^d}, {V} và {L} đã <có cuộc|tiến hành> hội đàm{R}{O}{Q}]. Hội đàm do {C} và {c} <đồng chủ trì|chủ trì>.",
    "[m{^d}, {P}diễn ra hội đàm{R}{O} giữa {V} và {L}].",
    "[m{^d}, {P}{V} hội đàm{R}{O} với {L}]. Dự hội đàm có {C} và {c}.",
};

/// Those with a gap for the place, whatever the bodies.
inline constexpr std::array<std::string_view, 2> k_placed_talks_leads = {k_talks_leads[2], k_talks_leads[3]};

inline constexpr std::array<std::string_view, 4> k_done_leads = {
    "[aTrong năm {Y}, {B} đã ",
    "[aNăm {Y}, {B} đã phối hợp ",
    "[aHai bên đánh giá: trong năm {Y}, {B} đã <thường xuyên |tích cực |>",
    "[aNhìn lại năm {Y}, {B} đã <làm tốt việc |chủ động |>",
};

inline constexpr std::array<std::string_view, 4> k_figure_leads = {
    "Cụ thể, trong năm {Y}, {B} đã ",
    "Năm {Y}, {B} đã ",
    "Theo báo cáo của các cơ quan, trong năm {Y}, {B} đã ",
    "Suốt năm {Y}, {B} đã ",
};

inline constexpr std::array<std::string_view, 4> k_signing = {
    "<Kết thúc hội đàm|Khép lại hội đàm|Sau hội đàm>, hai bên đã [gký <kết |>Biên bản ghi nhớ {T}].",
    "<Kết thúc hội đàm|Cuối buổi hội đàm>, [g{v} và {l} ký Biên bản ghi nhớ {T}].",
    "Trong khuôn khổ hội đàm, [gBiên bản ghi nhớ {T} đã được hai bên ký kết].",
    "<Trên cơ sở đó|Sau khi trao đổi>, hai bên [gký Biên bản ghi nhớ <hợp tác |>{T}].",
};

inline constexpr std::array<std::string_view, 4> k_promise_leads = {
    "[cThời gian tới, {B} thống nhất <tiếp tục|đẩy mạnh> ",
    "[cTheo đó, trong thời gian tới, {B} sẽ <tiếp tục |>",
    "[cHai bên <nhất trí|thống nhất> trong thời gian tới tiếp tục ",
    "[cVề phương hướng thời gian tới, {B} cam kết <tiếp tục |>",
};

inline constexpr std::array<std::string_view, 4> k_occasion_gifts = {
    "<Nhân dịp này|Dịp này>, {X} <tặng|trao tặng> {x} [s{G}].",
    "Sau hội đàm, {X} <đã |>tặng {x} [s{G}].",
    "<Nhân dịp này|Dịp này>, {X} <hỗ trợ|trao tặng> {x} [s{G}].",
    "Cũng <nhân dịp này|trong dịp này>, {x} được {X} tặng [s{G}].",
};

inline constexpr std::array<std::string_view, 4> k_visit_titles = {
    "{^h} thăm {H}",
    "Thắm tình {A} - {a}",
    "Đoàn {h} sang thăm {H}",
    "Những chuyến qua lại giữa {A} và {a}",
};

inline constexpr std::array<std::string_view, 4> k_visit_leads = {
    "[v{^d}, đoàn <công tác|đại biểu> {k} do {E} làm trưởng đoàn đã sang thăm<, làm việc với| và làm việc với|> {K}].",
    "[v{^d}, đoàn <công tác |đại biểu |>{k} do {E} dẫn đầu <sang|đã sang|đã đến> thăm {K}].",
    "[v{^d}, {E} dẫn đầu đoàn <công tác|đại biểu> {k} sang thăm {K}].",
    "[v{K} {d} đón đoàn <công tác|đại biểu> {k} do {E} dẫn đầu sang thăm và làm việc].",
};

inline constexpr std::array<std::string_view, 4> k_visit_gifts = {
    "<Nhân dịp này|Dịp này>, {X} <tặng|trao tặng> {x} [s{G}].",
    "<Nhân chuyến thăm|Trong chuyến thăm>, {X} <đã |>tặng {x} [s{G}].",
    "Cũng dịp này, {X} <tặng|trao tặng> {x} [s{G}].",
    "Đoàn mang theo tình cảm của {A} hay của {a}, và <nhân dịp này|dịp này> {X} tặng {x} [s{G}].",
};

inline constexpr std::array<std::string_view, 4> k_patrol_titles = {
    "{A} - {a}: Tuần tra trên đường biên",
    "Những bước chân trên tuyến biên giới {A} - {a}",
    "Cùng nhau giữ từng cột mốc",
    "{^v} và {l} sát cánh trên đường biên",
};

inline constexpr std::array<std::string_view, 4> k_patrol_leads = {
    "[p{^d}, {V} phối hợp với {L} tuần tra song phương đoạn biên giới {S}].",
    "[p{^d}, {V} và {L} tổ chức tuần tra song phương đoạn biên giới {S}].",
    "[p{^d}, {L} và {V} <phối hợp |cùng >tuần tra song phương đoạn biên giới {S}].",
    "[p{^d}, {V} cùng {L} tiến hành tuần tra song phương <khu vực|đoạn biên giới> {S}].",
};

inline constexpr std::array<std::string_view, 4> k_aid_titles = {
    "Chia sẻ cùng {a}",
    "{^X} sẻ chia với {x}",
    "Nghĩa tình qua biên giới {A} - {a}",
    "Món quà từ phía bên kia đường biên",
};

inline constexpr std::array<std::string_view, 4> k_aid_leads = {
    "{^d}, {N} <trao tặng|tặng> {n} [s{G}].",
    "{^d}, {P}{N} <đã hỗ trợ|hỗ trợ> {n} [s{G}].",
    "{^d}, {N} <trao|đã trao> [s{G}] <tặng|hỗ trợ> {n}.",
    "{^d}, {P}{N} đã trao tặng {n} [s{G}].",
};

inline constexpr std::array<std::string_view, 3> k_twinning_titles = {
    "Thêm một cặp bản kết nghĩa ở biên giới {A} - {a}",
    "Hai bản thành anh em",
    "Ngày vui ở bản giáp biên",
};

inline constexpr std::array<std::string_view, 3> k_twinning_leads = {
    "[t[m{^d}, {W} và {w} tổ chức lễ kết nghĩa]].",
    "[t[m{^d}, lễ kết nghĩa giữa {W} và {w} được tổ chức]].",
    "[t[m{^d}, {W} và {w} làm lễ kết nghĩa]].",
};

inline constexpr std::array<std::string_view, 4> k_review_titles = {
    "{A} - {a}: Nhìn lại năm {Y}",
    "Năm {Y}: Một năm nhiều việc chung của {v} và {l}",
    "Dấu ấn hợp tác {A} - {a} năm {Y}",
    "{^v} và {l}: Kết quả một năm",
};

inline constexpr std::array<std::string_view, 4> k_review_leads = {
    "Năm {Y}, quan hệ giữa {V} và {L} thêm gần gũi.",
    "Khép lại năm {Y}, {V} và {L} có thêm một năm gắn bó.",
    "Với {V} và {L}, năm {Y} là một năm nhiều việc.",
    "Thêm một năm trôi qua trên tuyến biên giới {A} - {a}. Với {V} và {L}, đó là một năm nhiều việc.",
};

// Told in a review of the year, or years later: the bodies' first mention is over.
inline constexpr std::array<std::string_view, 4> k_talks_recalled = {
    "[m{^d}, {P}{v} và {l} đã hội đàm{R}{O}].",
    "[m{^d}, {v} và {l} tổ chức hội đàm{R}{O}{Q}].",
    "[m{^d}, {P}hai bên đã tiến hành hội đàm{R}{O}].",
    "[m{^d}, {v} đã tổ chức hội đàm{R}{O} với phía bạn{Q}].",
};

inline constexpr std::array<std::string_view, 5> k_signing_recalled = {
    "{^d}, [ghai bên đã ký Biên bản ghi nhớ {T}].",           "{^d}, [g{v} và {l} ký Biên bản ghi nhớ {T}].",
    "[gBiên bản ghi nhớ {T} được {v} và {l} ký {d}].",        "[gBiên bản ghi nhớ {T} được hai bên ký {d}].",
    "Hai bên đang thực hiện [gBiên bản ghi nhớ {T} ký {d}].",
};

inline constexpr std::array<std::string_view, 5> k_gift_recalled = {
    "{^d}, {X} đã <tặng|hỗ trợ> {x} [s{G}].",   "{^d}, {X} <tặng|trao tặng|hỗ trợ> {x} [s{G}].",
    "{^d}, {x} được {X} <tặng|hỗ trợ> [s{G}].", "{^d}, {x} được {Z}<tặng|hỗ trợ> [s{G}].",
    "{^d}, {X} <tặng|hỗ trợ> {F} [s{G}].",
};

inline constexpr std::array<std::string_view, 2> k_visit_recalled = {
    "[v{^d}, đoàn {h} do {E} dẫn đầu đã sang thăm {H}].",
    "[v{^d}, đoàn công tác {h} đã sang thăm {H}].",
};

inline constexpr std::array<std::string_view, 2> k_patrol_recalled = {
    "[p{^d}, {v} và {l} tuần tra song phương đoạn biên giới {S}].",
    "[p{^d}, {v} phối hợp với {l} tuần tra song phương đoạn biên giới {S}].",
};

inline constexpr std::array<std::string_view, 2> k_twinning_recalled = {
    "[t{^d}, {W} và {w} kết nghĩa với nhau].",
    "[t{^d}, {W} và {w} đã kết nghĩa].",
};

// Y stands for the term here.
inline constexpr std::array<std::string_view, 3> k_totals_leads = {
    "Tính chung giai đoạn {Y}, {B} đã ",
    "Trong giai đoạn {Y}, {B} đã ",
    "Cả giai đoạn {Y}, {B} đã ",
};

inline constexpr std::array<std::string_view, 3> k_figures_recalled = {
    "Năm {Y}, {v} và {l} đã ",
    "Trong năm {Y}, hai bên đã ",
    "Trước đó, năm {Y}, {v} và {l} đã ",
};

// Life on one side of the border: nothing of it belongs into the register.
inline constexpr std::array<std::string_view, 20> k_domestic = {
    "<Vụ mùa năm nay|Vụ này>, bà con <ở các xã vùng cao|dưới chân núi> gặt sớm hơn mọi năm chừng <mười|mười hai|bảy> "
    "ngày, vì nắng đều và nước về đủ các chân ruộng.",
    "<Con đường|Đoạn đường> lên bản vừa được <rải đá|đổ bê tông>, xe chở ngô <không còn phải chờ|thôi phải chờ> hết "
    "mưa mới xuống được chợ.",
    "<Sáng sớm|Chiều muộn>, sương <phủ kín|giăng trắng> thung lũng, tiếng gà và tiếng chày giã gạo vọng lại từ <mấy "
    "nếp "
    "nhà sàn|những mái nhà bên suối>.",
    "<Lớp học|Điểm trường> cuối bản <vừa thay mái tôn|mới quét vôi>, cô giáo <ở lại|bám bản> suốt tuần, đến chiều thứ "
    "sáu mới về nhà.",
    "<Dự báo|Theo đài khí tượng>, <cuối tuần|đầu tuần sau>, vùng núi <có mưa rào|trời trở lạnh>, nhiệt độ thấp nhất "
    "chừng <tám|mười hai|mười lăm> độ.",
    "<Chợ huyện|Chợ xã> đông từ <tờ mờ sáng|khi chưa tan sương>: <mật ong|măng khô|gà đồi|rau cải> bày <kín lối đi|dọc "
    "hai "
    "bên đường>, đến trưa đã vãn.",
    "Ông <Lường Văn Ín|Hà Công Tẻo|Vi Văn Pọm>, <bảy mươi|sáu mươi tám> tuổi, vẫn giữ nghề <đan lát|rèn dao|làm khèn>, "
    "mỗi tháng bán được <dăm|mươi> chiếc.",
    "<Đội bóng|Câu lạc bộ bóng chuyền> của <xã|phường> vừa thắng trận <mở màn|bán kết> giải <mùa thu|các câu lạc bộ> "
    "với "
    "tỷ số <3-1|2-0|2-1>.",
    "<Giá sắn tươi|Giá ngô hạt|Giá lợn hơi> ở các chợ huyện tuần này <nhích lên|chững lại>, người bán người mua đều dè "
    "dặt.",
    "Mùa này hoa <ban|mận|cải> nở <trắng sườn đồi|rộ ven đường>, khách phương xa <dừng xe chụp ảnh|ghé lại hỏi đường>.",
    "<Nhà văn hóa|Sân kho> của bản sáng đèn <đến khuya|mỗi tối>, <người già kể chuyện|thanh niên tập múa xòe>, lũ trẻ "
    "chạy quanh.",
    "Cây cầu treo <cũ|bắc qua suối> được thay ván <từ đầu tháng|hôm đầu tuần>, học trò đi học <đỡ phải vòng|không phải "
    "lội suối>.",
    "<Bà|Chị> <Lò Thị Muôn|Quàng Thị Dín|Hồ Thị Nghe> nuôi <ba con trâu|đàn dê|mấy chục con gà>, chiều nào cũng <ra "
    "suối|lên nương>.",
    "<Trạm khuyến nông|Cán bộ khuyến nông> xã nhắc bà con <che chắn chuồng trại|ủ ấm cho mạ|tỉa cành, bón gốc> trước "
    "đợt <rét|mưa> tới.",
    "Dưới bến, <mấy chiếc thuyền đuôi én|những bè tre> nằm im, nước sông <trong|đục> và <cạn|lên> hơn tháng trước.",
    "<Tiếng trống trường|Tiếng kẻng> vang lên, <cả xóm|cả bản> lại rộn ràng như <bao buổi sáng|mọi ngày> khác.",
    "Quán <phở|bún|cơm> đầu dốc <đông khách|vắng hơn> hẳn so với mùa trước, bà chủ vừa <thái hành|nhóm lò> vừa chuyện "
    "trò với khách quen.",
    "Trên nương, <lúa nếp|ngô|đậu tương> đã <ngả màu|vào hạt>, mùi <rơm mới|đất ẩm> theo gió về tận hiên nhà.",
    "<Thư viện nhỏ|Tủ sách> ở <xã|trường> có thêm nhiều truyện tranh, giờ ra chơi nào cũng <đông|chật> học trò.",
    "Đêm xuống, <bếp lửa|ánh đèn> hắt ra từ khe cửa, người <đi nương|đi chợ> về muộn còn gọi nhau í ới.",
};

inline constexpr std::array<std::string_view, 10> k_colour = {
    "Ai nấy đều thấy không khí <cởi mở|thân tình|chân thành>.",
    "Không khí trong phòng ấm áp, cởi mở.",
    "Ngoài trời <mưa|nắng> đã <tạnh|tắt>, câu chuyện trong phòng vẫn chưa dứt.",
    "Tiếng khèn, tiếng trống đón khách vang lên từ <đầu dốc|cổng chính>.",
    "Ai cũng nói cười, chẳng mấy khi phải nhờ đến phiên dịch.",
    "Bữa cơm trưa có <xôi nếp|cá suối> và những câu hát quen.",
    "Hàng cây trước sân đã <thay lá|trổ hoa>.",
    "Trên tường treo tấm bản đồ lớn, <dải núi|con sông> xanh thẫm chạy dài.",
    "Những cái bắt tay chặt thay cho lời <chào|hẹn>.",
    "Phiên dịch viên <cười nhiều|bận rộn> suốt buổi.",
};

inline constexpr std::array<std::string_view, 12> k_bylines = {
    "Tin, ảnh: Hoàng Giang", "Bài và ảnh: Thu Trà", "Lê Khánh", "Minh Phương",          "Tin, ảnh: Lò Thân",
    "Bài, ảnh: Cầm Vân",     "Phúc Nguyên",         "Hà My",    "Tin, ảnh: Quốc Trung", "Đức Anh - Thu Hằng",
    "Bài và ảnh: Văn Tuyên", "Nguyễn Hoài Thương"};

}  // namespace bienban::bench::words
