#include "server/accounts.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cstdlib>

#include "server/secrets.hpp"

using namespace bienban::server;

namespace {

/// Accounts in a file that is gone afterwards, with a clock of their own.
struct Made {
	Made() {
		std::string name = (std::filesystem::temp_directory_path() / "bienban-XXXXXX").string();
		REQUIRE(mkdtemp(name.data()) != nullptr);
		folder = name;
		open();
	}
	~Made() {
		accounts.reset();
		std::error_code ignored;
		std::filesystem::remove_all(folder, ignored);
	}
	Made(const Made&) = delete;
	Made& operator=(const Made&) = delete;
	void open() {
		accounts.reset();
		auto opened = Accounts::open(folder / "a", {}, [this] { return now; });
		REQUIRE(opened);
		accounts = std::move(*opened);
	}
	/// The administrator "chu".
	SignedIn set_up() const {
		auto made = accounts->setup(accounts->new_setup_token(), {.name = "chu"}, k_password);
		REQUIRE(made);
		return std::move(*made);
	}
	static constexpr const char* k_password = "a long password";
	std::filesystem::path folder;
	std::unique_ptr<Accounts> accounts;
	std::chrono::system_clock::time_point now{std::chrono::hours{500'000}};
};

std::string message(const auto& result) { return result ? "" : result.error().message; }

}  // namespace

TEST_CASE("the first administrator is made by the latest link, once") {
	Made made;
	CHECK(made.accounts->empty());
	const std::string first = made.accounts->new_setup_token();
	const std::string second = made.accounts->new_setup_token();
	CHECK(message(made.accounts->setup(first, {.name = "chu"}, Made::k_password)) == "setup-token");
	CHECK(message(made.accounts->setup("", {.name = "chu"}, Made::k_password)) == "setup-token");
	CHECK(message(made.accounts->setup(second, {.name = "chu"}, "short")) == "password-short");
	const auto done = made.accounts->setup(second, {.name = "chu"}, Made::k_password);
	REQUIRE(done);
	CHECK(done->session.account.role == Role::administrator);
	CHECK(message(made.accounts->setup(second, {.name = "hai"}, Made::k_password)) == "setup-done");
	CHECK_FALSE(made.accounts->empty());
}

TEST_CASE("a session is known by its secret alone, until it is idle or old, also after a new start") {
	Made made;
	const SignedIn in = made.set_up();
	CHECK(in.secret.size() == 43);
	CHECK(made.accounts->session(in.secret)->account.name == "chu");
	CHECK(made.accounts->session(in.secret)->token == in.session.token);
	CHECK_FALSE(made.accounts->session(""));
	CHECK_FALSE(made.accounts->session(in.session.token));
	CHECK_FALSE(made.accounts->session(hash_of(in.secret)));
	made.open();
	CHECK(made.accounts->session(in.secret));
	made.now += std::chrono::hours{11};
	CHECK(made.accounts->session(in.secret));
	made.now += std::chrono::hours{11};
	CHECK(made.accounts->session(in.secret));
	made.now += std::chrono::hours{13};
	CHECK_FALSE(made.accounts->session(in.secret));
	CHECK_FALSE(made.accounts->session(in.secret));
	const auto again = made.accounts->sign_in("chu", Made::k_password, "10.0.0.1");
	REQUIRE(again);
	for (int i = 0; i < 17; ++i) {
		made.now += std::chrono::hours{10};
		if (i < 16) CHECK(made.accounts->session(again->secret));
	}
	CHECK_FALSE(made.accounts->session(again->secret));
}

TEST_CASE("signing out, a new password and disabling end sessions") {
	Made made;
	const SignedIn in = made.set_up();
	REQUIRE(made.accounts->add({.name = "an", .role = Role::editor}, Made::k_password));
	const auto one = made.accounts->sign_in("an", Made::k_password, "a");
	const auto two = made.accounts->sign_in("an", Made::k_password, "a");
	REQUIRE(one);
	REQUIRE(two);
	CHECK(message(made.accounts->change_password(one->secret, "not the old one", "another password")) ==
	      "password-wrong");
	REQUIRE(made.accounts->change_password(one->secret, Made::k_password, "another password"));
	CHECK(made.accounts->session(one->secret));
	CHECK_FALSE(made.accounts->session(two->secret));
	made.accounts->sign_out(one->secret);
	CHECK_FALSE(made.accounts->session(one->secret));
	const auto three = made.accounts->sign_in("an", "another password", "a");
	REQUIRE(three);
	REQUIRE(made.accounts->change("an", {.disabled = true}));
	CHECK_FALSE(made.accounts->session(three->secret));
	CHECK(message(made.accounts->sign_in("an", "another password", "a")) == "sign-in-failed");
	CHECK(made.accounts->session(in.secret));
}

TEST_CASE("an account has a plain name, and an administrator is left") {
	Made made;
	made.set_up();
	for (const char* name : {"", "An", "a b", "a/b", "ấn", "a\n"}) {
		CHECK(message(made.accounts->add({.name = name, .role = Role::reader}, Made::k_password)) == "account-name");
	}
	CHECK(message(made.accounts->add({.name = "chu", .role = Role::reader}, Made::k_password)) == "account-exists");
	CHECK(message(made.accounts->change("chu", {.role = Role::reader})) == "account-last");
	CHECK(message(made.accounts->change("chu", {.disabled = true})) == "account-last");
	CHECK(message(made.accounts->change("nobody", {.disabled = true})) == "account-unknown");
	REQUIRE(made.accounts->add({.name = "hai", .role = Role::administrator}, Made::k_password));
	CHECK(made.accounts->change("chu", {.role = Role::reader}));
	CHECK(made.accounts->list().size() == 2);
}

TEST_CASE("the file is nobody else's to read and holds no secret") {
	Made made;
	const SignedIn in = made.set_up();
	made.accounts.reset();
	struct stat status {};
	REQUIRE(stat((made.folder / "a").c_str(), &status) == 0);
	CHECK((status.st_mode & 0077U) == 0);
	bienban::registry::Database database{made.folder / "a", bienban::registry::Access::read, std::chrono::seconds{1}};
	auto rows = database.prepare(
	    "SELECT hash FROM sessions UNION SELECT password FROM accounts UNION SELECT value FROM properties");
	while (rows.step()) {
		CHECK(rows.text(0) != in.secret);
		CHECK(rows.text(0).find(Made::k_password) == std::string::npos);
	}
	CHECK(database.number("SELECT count(*) FROM accounts WHERE password LIKE '$argon2id$%'") == 1);
	made.open();
}

TEST_CASE("who tries passwords waits longer and longer, an account's owner never long") {
	Throttle throttle;
	std::int64_t now = 1000;
	for (int i = 0; i < 4; ++i) {
		throttle.failed("an", "10.0.0.1", now);
		CHECK(throttle.wait("an", "10.0.0.1", now) == 0);
	}
	throttle.failed("an", "10.0.0.1", now);
	CHECK(throttle.wait("an", "10.0.0.1", now) == 2);
	CHECK(throttle.wait("an", "10.0.0.2", now) == 2);    // the account
	CHECK(throttle.wait("binh", "10.0.0.1", now) == 2);  // the address
	CHECK(throttle.wait("binh", "10.0.0.2", now) == 0);
	for (int i = 0; i < 30; ++i) throttle.failed("an", "10.0.0.1", now);
	CHECK(throttle.wait("an", "10.0.0.2", now) == 60);
	CHECK(throttle.wait("an", "10.0.0.1", now) == 900);
	CHECK(throttle.wait("an", "10.0.0.1", now + 3601) == 0);
	throttle.succeeded("an", "10.0.0.1");
	CHECK(throttle.wait("an", "10.0.0.1", now) == 0);
	for (int i = 0; i < 100'000; ++i) throttle.failed("name" + std::to_string(i), "10.0.0.9", now);
	CHECK(throttle.wait("x", "10.0.0.9", now) == 900);  // made-up names do not push out the address
}

TEST_CASE("secrets differ, follow from one another in one direction, and are compared whole") {
	const std::string a = new_secret();
	CHECK(a != new_secret());
	CHECK(derived(a, "token") == derived(a, "token"));
	CHECK(derived(a, "token") != derived(a, "kept"));
	CHECK(derived(a, "token") != a);
	CHECK(equal("abc", "abc"));
	CHECK_FALSE(equal("abc", "abd"));
	CHECK_FALSE(equal("abc", "ab"));
	CHECK_FALSE(is_password("", "x"));
}
