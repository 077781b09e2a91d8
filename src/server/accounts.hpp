#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/names.hpp"
#include "register/sqlite.hpp"
#include "server/throttle.hpp"

/// Who may sign in, and who has: in a file of their own beside the register.
namespace bienban::server {

enum class Role : std::uint8_t { anyone, reader, editor, approver, administrator };

struct Account {
	std::string
	    name;  ///< small letters, digits, dots, hyphens, underscores: it stands in the journal and never changes
	std::string full_name;
	Role role = Role::reader;
	bool disabled = false;
	std::string created;                      ///< UTC, ISO 8601
	std::optional<std::string> last_sign_in;  ///< likewise
};

/// A signed-in account.
struct Session {
	Account account;
	std::string token;  ///< to be sent with every change
};

/// What a sign-in gives: the secret of the cookie, which is kept nowhere else.
struct SignedIn {
	std::string secret;
	Session session;
};

struct AccountChange {
	std::optional<std::string> full_name;
	std::optional<Role> role;
	std::optional<bool> disabled;
	std::optional<std::string> password;
};

struct SessionTimes {
	std::chrono::seconds idle = std::chrono::hours{12};
	std::chrono::seconds most = std::chrono::hours{24 * 7};
};

/// All SQL on accounts stands here. May be used by many threads. Throws registry::StoreError where the file fails.
class Accounts {
public:
	using Now = std::function<std::chrono::system_clock::time_point()>;

	/// Opens the file, which is made where it is missing, readable for its owner only. Fails with "accounts-damaged" or
	/// "accounts-newer".
	static base::Result<std::unique_ptr<Accounts>> open(
	    const std::filesystem::path& path, SessionTimes times = {},
	    Now now = [] { return std::chrono::system_clock::now(); });

	/// Whether there is no account yet.
	bool empty();
	/// A token with which the first administrator is made; the one before is void. To be called while empty().
	std::string new_setup_token();
	/// Makes the first administrator and signs in. Fails with "setup-done", "setup-token", or as add().
	base::Result<SignedIn> setup(std::string_view token, const Account& account, std::string_view password);

	/// Fails with "sign-in-failed", whatever is wrong, or "sign-in-wait" (too many tries; the value is seconds).
	base::Result<SignedIn> sign_in(const std::string& name, std::string_view password, const std::string& address);
	/// The session of a cookie; nothing where it is unknown, over, or its account disabled.
	std::optional<Session> session(std::string_view secret);
	void sign_out(std::string_view secret);
	/// Ends all other sessions. Fails with "password-wrong", "password-short" or "password-long".
	base::Result<void> change_password(std::string_view secret, std::string_view old, std::string_view password);

	std::vector<Account> list();
	/// Fails with "account-name", "account-exists", "password-short" or "password-long".
	base::Result<Account> add(const Account& account, std::string_view password);
	/// A new role or password, or disabling, ends the account's sessions. Fails with "account-unknown", "account-last"
	/// (no administrator would be left), "password-short" or "password-long".
	base::Result<Account> change(const std::string& name, const AccountChange& change);

private:
	struct Held {
		std::string account;
		std::int64_t created = 0;  ///< seconds of the epoch
		std::int64_t seen = 0;
		std::int64_t written = 0;  ///< what the file has as seen
	};

	Accounts(registry::Database database, SessionTimes times, Now now);
	std::int64_t seconds() const;
	std::optional<Account> find(const std::string& name);
	SignedIn begin_session(Account account);
	void end_sessions(const std::string& name, std::string_view but);
	base::Result<Account> put(const Account& account, std::string_view password);

	std::mutex m_mutex;  // guards all below
	registry::Database m_database;
	SessionTimes m_times;
	Now m_now;
	std::map<std::string, Held> m_sessions;  ///< by the hash of the secret
	Throttle m_throttle;
};

}  // namespace bienban::server

namespace bienban::model {

template <>
struct EnumNames<server::Role> {
	static constexpr auto k_names =
	    std::to_array<std::string_view>({"anyone", "reader", "editor", "approver", "administrator"});
};

}  // namespace bienban::model
