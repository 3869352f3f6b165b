import type { FieldLanguage } from "./language.ts";

/** Chinese, Japanese, Korean, Vietnamese, Thai, Indonesian, Malay and Filipino. */
export const eastAsian: FieldLanguage[] = [
  {
    app: "身份?验证(器|应用)|驗證器|驗證應用|验证器|认证器|谷歌(身份)?验证",
    sure: "一次性|动态(口令|密码|码|验证码)|動態(密碼|碼|驗證碼)|(两|二|双|2) ?(步|重|因素|因子)(验证|认证|身份|校验)?|(兩|二|雙|2) ?(步|重|因素|因子|階段)(驗證|認證)?|双重|雙重|两因素|多(重|因素|因子)(身份)?(验证|认证|驗證)|身份?验证(器|应用)|驗證器|驗證應用|验证器|认证器|谷歌验证|谷歌(身份)?验证|google ?(验证|驗證)",
    code: "验证码|驗證碼|校验码|认证码|認證碼|安全码|代码|代碼|口令|(6|六|8) ?位(数字|數字|数|码)?",
    recovery: "恢复|恢復|备用|備用|备份|備份|应急|救援|复原|還原",
    other:
      "优惠|優惠|折扣|礼品|禮品|兑换|兌換|邀请码|邀請碼|推荐码|激活码|序列号|邮政|邮编|郵遞|郵政|区号|區號|国家|手机号|手機號|电话号|電話號|卡号|卡號|信用卡|银行卡|图形|圖形|图片|圖片|图像|人机|订单号|訂單|快递|物流|用户名|姓名|名称|身份证|搜索",
    message: "短信|簡訊|邮箱|邮件|郵件|信箱|手机(验证|校验|动态)?码|手機驗證碼|语音",
    sent: "已发送|已發送|已傳送|已寄|发送(至|到)|發送(至|到)|傳送(至|到)|重新(发送|發送|获取|傳送)|获取验证码|查收|收到的",
  },
  {
    app: "認証アプリ|オーセンティケータ",
    sure: "ワンタイム|(二|2|二)(段階|要素|ステップ)|多要素|認証(コード|アプリ|システム|番号アプリ)|オーセンティケータ|確認コードアプリ",
    code: "コード|暗証番号|認証番号|確認番号|(6|六|8) ?(桁|けた)",
    recovery: "リカバリ|バックアップ|復旧|復元|予備",
    other:
      "クーポン|割引|プロモ|ギフト|招待|紹介|郵便|電話番号|携帯番号|市外局番|カード|セキュリティコード|注文番号|会員番号|追跡|氏名|名前|ユーザー名|検索|画像|文字認証|シリアル|商品コード",
    message: "sms|メール|ショートメッセージ|電話で",
    sent: "送信しました|送信され|お送りし|送りました|お送りした|再送|届いた|届かない",
  },
  {
    app: "인증 ?앱|인증기",
    sure: "일회용|(2|이|두) ?단계|이중 ?인증|다중 ?인증|다단계|인증 ?앱|인증기|otp",
    code: "코드|인증 ?번호|(6|여섯) ?자리",
    recovery: "복구|백업|비상",
    other:
      "쿠폰|할인|프로모션|상품권|기프트|초대|추천|우편|전화번호|휴대폰 ?번호|카드|주문 ?번호|운송장|이름|아이디|검색|보안문자|자동입력|계좌",
    message: "문자|sms|이메일|메일|휴대폰 ?인증",
    sent: "발송|보냈습니다|전송(했|되|하였)|보내드|재전송|다시 보내",
  },
  {
    app: "ứng dụng xác (thực|minh)|trình xác thực",
    sure: "(mã|mật khẩu) (dùng )?(một|1) lần|xác (thực|minh) (hai|2) (yếu tố|bước|lớp)|(hai|2) (yếu tố|bước|lớp)|ứng dụng xác (thực|minh)|trình xác thực|mã otp",
    code: "mã xác (thực|nhận|minh)|mã bảo mật|mã số|mã pin|(6|sáu) (chữ )?số",
    recovery: "khôi phục|dự phòng",
    other:
      "mã (giảm giá|khuyến mãi|bưu|giới thiệu|đơn hàng|thẻ|quà|ưu đãi|vận đơn)|số điện thoại|số thẻ|họ tên|họ và tên|tìm kiếm",
    message: "tin nhắn|sms|e ?mail|thư điện tử",
    sent: "đã (được )?gửi|gửi (đến|tới|lại|qua)|chưa nhận được",
  },
  {
    sure: "รหัสผ่านแบบใช้ครั้งเดียว|ใช้ครั้งเดียว|สองขั้นตอน|2 ?ขั้นตอน|สองปัจจัย|สองชั้น|แอป(พลิเคชัน)?(การ)?(ยืนยัน|ตรวจสอบ)(ตัวตน|สิทธิ์)?",
    code: "รหัส|(6|หก) ?หลัก",
    recovery: "กู้คืน|สำรอง|ฉุกเฉิน",
    other: "ส่วนลด|คูปอง|โปรโมชั่น|ของขวัญ|ไปรษณีย์|เบอร์โทร|หมายเลขโทรศัพท์|บัตร|คำสั่งซื้อ|ชื่อ|ค้นหา|รหัสผ่าน$",
    message: "sms|ข้อความ|อีเมล",
    sent: "ส่ง(รหัส)?(ไป|ให้|แล้ว)|ได้ส่ง|ส่งอีกครั้ง|ส่งใหม่",
  },
  {
    app: "(aplikasi|apl) (autentikasi|autentikator|pengautentikasi|pengesah\\w*|otentikasi)|autentikator|pengautentikasi",
    sure: "(kode|kod|kata sandi|sandi) sekali (pakai|guna)|sekali pakai|(dua|2) (faktor|langkah|peringkat)|(aplikasi|apl) (autentikasi|autentikator|pengautentikasi|pengesah\\w*|pengesahan|otentikasi)|autentikator|pengautentikasi|otentikasi|autentikasi",
    code: "kode|kod|(6|enam) (digit|angka)",
    recovery: "pemulihan|cadangan|darurat",
    other:
      "(kode|kod) (pos|poskod|promo\\w*|kupon|referral|voucher|diskon|area|negara|undangan)|poskod|kupon|diskon|hadiah|nomor (telepon|hp|ponsel|kartu|pesanan|resi|rekening)|kartu|kad|nama|cari",
    message: "sms|pesan|mesej|e ?mail|surel|whatsapp",
    sent: "(telah|sudah|kami|di)( kami)? ?(kirim|kirimkan|hantar|dikirim|dihantar)|dikirim|kirim ulang|hantar semula",
  },
];
