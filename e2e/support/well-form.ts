const XML = `<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
  <h:head>
    <h:title>Sumber air keluarga</h:title>
    <model>
      <itext>
        <translation lang="Bahasa Indonesia (id)">
          <text id="banjar">
            <value>Banjar sumber air</value>
            <value form="image">jr://images/sumber air.png</value>
            <value form="audio">jr://audio/banjar.wav</value>
          </text>
        </translation>
      </itext>
      <instance>
        <data id="sumber_air" version="2026110101">
          <case/>
          <contact><result/></contact>
          <fetcher/><banjar/>
          <well><name/><distance/><picture/><keeper/></well>
          <total/>
          <spring/>
          <photo/>
          <meta><instanceID/></meta>
        </data>
      </instance>
      <instance id="families" src="jr://file-csv/families.csv"/>
      <instance id="banjar" src="jr://file-csv/banjar.csv"/>
      <instance id="members" src="jr://file-csv/members.csv"/>
      <bind nodeset="/data/case" type="string" required="true()"/>
      <bind nodeset="/data/contact/result" type="string" required="true()"/>
      <bind nodeset="/data/fetcher" type="string" required="true()"/>
      <bind nodeset="/data/banjar" type="string" required="true()"/>
      <bind nodeset="/data/well/name" type="string" required="true()"/>
      <bind nodeset="/data/well/distance" type="int" required="true()" constraint=". &gt;= 1 and . &lt;= 5000"
        jr:constraintMsg="Jarak antara 1 dan 5000 meter."/>
      <bind nodeset="/data/well/picture" type="binary"/>
      <bind nodeset="/data/well/keeper" type="binary"/>
      <bind nodeset="/data/total" type="int" calculate="sum(/data/well/distance)"/>
      <bind nodeset="/data/spring" type="geopoint" required="true()"/>
      <bind nodeset="/data/photo" type="binary" required="true()"/>
      <bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>
    </model>
  </h:head>
  <h:body>
    <select1 ref="/data/case" appearance="autocomplete">
      <label>Keluarga</label>
      <itemset nodeset="instance('families')/root/item"><value ref="name"/><label ref="label"/></itemset>
    </select1>
    <select1 ref="/data/contact/result">
      <label>Hasil</label>
      <item><label>Ditemukan</label><value>found</value></item>
      <item><label>Pindah</label><value>moved</value></item>
    </select1>
    <select1 ref="/data/fetcher">
      <label>Siapa yang mengambil air?</label>
      <itemset nodeset="instance('members')/root/item[family = /data/case]"><value ref="member_id"/><label ref="label"/></itemset>
    </select1>
    <select1 ref="/data/banjar">
      <label ref="jr:itext('banjar')"/>
      <itemset nodeset="instance('banjar')/root/item"><value ref="name"/><label ref="label"/></itemset>
    </select1>
    <group>
      <label>Sumber air</label>
      <repeat nodeset="/data/well">
        <input ref="/data/well/name"><label>Nama sumber</label></input>
        <input ref="/data/well/distance"><label>Jarak (m)</label></input>
        <upload ref="/data/well/picture" mediatype="image/*"><label>Foto sumber ini</label></upload>
        <upload ref="/data/well/keeper" mediatype="image/*" appearance="signature">
          <label>**Tanda tangan** penjaga <output value="../name"/></label>
        </upload>
      </repeat>
    </group>
    <input ref="/data/spring"><label>Lokasi sumber air</label></input>
    <upload ref="/data/photo" mediatype="image/*"><label>Foto sumber air</label></upload>
  </h:body>
</h:html>
`;

const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAIAQAAAADsdIMmAAAADElEQVR4nGNYxYACASqQBVHR0mccAAAAAElFTkSuQmCC';

/** A quarter of a second of silence. */
function sound(): Buffer<ArrayBuffer> {
  const samples = 2_000;
  const wav = Buffer.alloc(44 + samples, 128);
  wav.write('RIFF    WAVEfmt ', 0, 'latin1');
  wav.writeUInt32LE(36 + samples, 4);
  for (const [at, value] of [
    [16, 16],
    [24, 8_000],
    [28, 8_000],
    [40, samples],
  ] as const)
    wav.writeUInt32LE(value, at);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    wav.writeUInt16LE(value, at);
  wav.write('data', 36, 'latin1');
  return wav;
}

/**
 * A form of another campaign: a repeat that the officer lengthens, choices from a list of the office and from one of its own, a question with a
 * picture and a sound, a place that is required, answers that are checked and labels in Markdown with answers in them.
 */
export const WELL_FORM = {
  xml: XML,
  lists: { 'banjar.csv': 'name,label\nkelod,Banjar Dinas Kelod\nkaler,Banjar Dinas Kaler\n' },
  media: { 'sumber air.png': Buffer.from(PICTURE, 'base64'), 'banjar.wav': sound() },
};
